// What comes within a moment is handed on together, unless nobody is there any more.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gather } from '../../../client/src/editor/waiting/gather.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what has come in the moment after the first is handed on at once', () => {
  const handOn = vi.fn();
  const gathering = gather<number>(10, handOn);
  gathering.add(1);
  gathering.add(2);
  vi.advanceTimersByTime(10);
  gathering.add(3);
  vi.advanceTimersByTime(10);
  expect(handOn.mock.calls).toEqual([[[1, 2]], [[3]]]);
});

test('disposed of, it hands on nothing and leaves no timer, whatever comes later', () => {
  const handOn = vi.fn();
  const gathering = gather<number>(10, handOn);
  gathering.add(1);
  gathering.dispose();
  gathering.add(2);
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(100);
  expect(handOn).not.toHaveBeenCalled();
});
