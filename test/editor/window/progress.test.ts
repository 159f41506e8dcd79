// Quick work is done without a word; slow work shows itself, counts its waits down, and can be cancelled.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Call } from '../../../client/src/core/atlas/retry.ts';
import { withProgress } from '../../../client/src/editor/window/progress.ts';
import { window } from '../../support/fakeVscode.ts';

vi.mock('vscode', () => import('../../support/fakeVscode.ts'));

/** What the notification has said so far, and its button. */
const said: string[] = [];
let cancel: () => void = () => undefined;
let shown = 0;

beforeEach(() => {
  vi.useFakeTimers();
  said.length = 0;
  shown = 0;
  vi.spyOn(window, 'withProgress').mockImplementation((_, work) => {
    shown += 1;
    const token = {
      onCancellationRequested: (listener: () => void) => {
        cancel = listener;
        return { dispose: () => undefined };
      },
    };
    return work({ report: ({ message }: { message: string }) => said.push(message) }, token);
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Work that ends when it is told to, or as `cancelled`. */
function createWork() {
  const { promise, resolve } = Promise.withResolvers<string>();
  const calls: Call[] = [];
  const work = (call: Call) => {
    calls.push(call);
    call.signal.addEventListener('abort', () => resolve('cancelled'));
    return promise;
  };
  return {
    work,
    end: () => resolve('done'),
    wait: (...waits: Parameters<NonNullable<Call['onWait']>>) => calls[0]?.onWait?.(...waits),
  };
}

test('quick work', async () => {
  expect(await withProgress('Looking…', async () => 'done')).toBe('done');
  expect([shown, vi.getTimerCount()]).toEqual([0, 0]);
});

test('slow work, to its end', async () => {
  const { work, end } = createWork();
  const result = withProgress('Looking…', work);
  await vi.advanceTimersByTimeAsync(999);
  expect(shown).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(said).toEqual(['Looking…']);
  end();
  expect(await result).toBe('done');
  expect(vi.getTimerCount()).toBe(0);
});

test('slow work that is cancelled', async () => {
  const result = withProgress('Looking…', createWork().work);
  await vi.advanceTimersByTimeAsync(1_000);
  cancel();
  expect(await result).toBe('cancelled');
});

test('a wait that began before there was anybody to tell is counted down', async () => {
  const { work, wait, end } = createWork();
  const result = withProgress('Looking…', work);
  wait({ reason: 'rate limit', milliseconds: 3_000, rateLimit: { limit: 1200, remaining: 0 } });
  await vi.advanceTimersByTimeAsync(3_000);
  const reason = 'Looking… Atlas’ rate limit is reached (0 of 1200 requests left).';
  expect(said).toEqual([
    `${reason} Trying again in 3 s.`,
    `${reason} Trying again in 2 s.`,
    `${reason} Trying again in 1 s.`,
    'Looking… Trying again.',
  ]);
  end();
  expect(await result).toBe('done');
  expect(vi.getTimerCount()).toBe(0);
});

test('a name in the title makes no link', async () => {
  const { work, end } = createWork();
  const result = withProgress('Asking for [me](command:x)…', work);
  await vi.advanceTimersByTimeAsync(1_000);
  end();
  await result;
  expect(said).toEqual(['Asking for [me] (command:x)…']);
});

test('work that fails, at once or later', async () => {
  await expect(withProgress('Looking…', () => Promise.reject(new Error('bug')))).rejects.toThrow('bug');
  const { promise, reject } = Promise.withResolvers<string>();
  const result = withProgress('Looking…', () => promise);
  await vi.advanceTimersByTimeAsync(1_000);
  reject(new Error('later bug'));
  await expect(result).rejects.toThrow('later bug');
  expect(vi.getTimerCount()).toBe(0);
});
