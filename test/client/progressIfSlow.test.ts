// Quick work is done without a word; slow work shows itself, and can be cancelled.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withProgressIfSlow } from '../../client/src/ui/progressIfSlow.ts';

const { shown } = vi.hoisted(() => ({ shown: [] as { title: string; cancel: () => void }[] }));
vi.mock('../../client/src/ui/progress.ts', () => ({
  withProgress: (title: string, work: (call: { signal: AbortSignal }) => Promise<unknown>) => {
    const controller = new AbortController();
    shown.push({ title, cancel: () => controller.abort() });
    return work({ signal: controller.signal });
  },
}));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  shown.length = 0;
});

test('quick work', async () => {
  expect(await withProgressIfSlow('Looking…', async () => 'done')).toBe('done');
  expect(vi.getTimerCount()).toBe(0);
  expect(shown).toEqual([]);
});

test('slow work, to its end', async () => {
  const work = Promise.withResolvers<string>();
  const result = withProgressIfSlow('Looking…', () => work.promise);
  await vi.advanceTimersByTimeAsync(499);
  expect(shown).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(shown.map(({ title }) => title)).toEqual(['Looking…']);
  work.resolve('done');
  expect(await result).toBe('done');
});

test('slow work that is cancelled', async () => {
  const result = withProgressIfSlow(
    'Looking…',
    (signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve('cancelled'))),
  );
  await vi.advanceTimersByTimeAsync(500);
  shown[0]?.cancel();
  expect(await result).toBe('cancelled');
});

test('work that fails', async () => {
  await expect(withProgressIfSlow('Looking…', () => Promise.reject(new Error('bug')))).rejects.toThrow('bug');
  expect(vi.getTimerCount()).toBe(0);
});
