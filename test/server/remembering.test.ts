// Answers are given again, and not without end.
import { expect, test } from 'vitest';
import { remembering } from '../../server/src/remembering.ts';

/** Asks for these, one after the other; which of them were thought about. */
function thoughtAbout(asked: readonly string[], atMost?: number): string[] {
  const thought: string[] = [];
  const answer = remembering((text) => {
    thought.push(text);
    return text === 'nothing' ? undefined : text.length;
  }, atMost);
  for (const text of asked) expect(answer(text)).toBe(text === 'nothing' ? undefined : text.length);
  return thought;
}

test('the same text is thought about once, also where nothing is the answer', () => {
  expect(thoughtAbout(['a', 'b', 'a', 'nothing', 'nothing', 'b'])).toEqual(['a', 'b', 'nothing']);
});

test('so many answers are kept and no more; then it begins again', () => {
  expect(thoughtAbout(['a', 'b', 'a', 'b'], 2)).toEqual(['a', 'b']);
  expect(thoughtAbout(['a', 'b', 'c', 'a', 'c'], 2)).toEqual(['a', 'b', 'c', 'a']);
});

test('of long texts none is kept', () => {
  const [short, long] = ['x'.repeat(2_000), 'x'.repeat(2_001)];
  expect(thoughtAbout([short, short, long, long])).toEqual([short, long, long]);
});
