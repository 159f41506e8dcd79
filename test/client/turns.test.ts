// What is underway is not started once more, until it has ended or pauses.
import { expect, test } from 'vitest';
import { createTurns } from '../../client/src/commands/turns.ts';

/** Work that goes on until it is told to end. */
function held() {
  let end = () => {};
  const until = new Promise<string>((resolve) => {
    end = () => resolve('done');
  });
  return { work: () => until, end: () => end() };
}

test('a second click on the same starts nothing; another key does', async () => {
  const { once } = createTurns();
  const first = held();
  const running = once('a', first.work);
  expect(await once('a', async () => 'twice')).toBeUndefined();
  expect(await once('b', async () => 'other')).toBe('other');
  first.end();
  expect(await running).toBe('done');
  expect(await once('a', async () => 'again')).toBe('again');
});

test('what fails has ended, too', async () => {
  const { once } = createTurns();
  await expect(once('a', () => Promise.reject(new Error('bug')))).rejects.toThrow('bug');
  expect(await once('a', async () => 'again')).toBe('again');
});

test('in a pause it can be started; one that has overtaken keeps its turn, and the answer is not lost', async () => {
  const { once } = createTurns();
  const [question, second] = [held(), held()];
  const paused = once('a', (pause) => pause(question.work));
  const overtaking = once('a', second.work);
  question.end();
  expect(await paused).toEqual({ result: 'done', isOvertaken: true });
  expect(await once('a', async () => 'third')).toBeUndefined();
  second.end();
  expect(await overtaking).toBe('done');
});

test('after a pause in which nobody came, it has its turn again', async () => {
  const { once } = createTurns();
  const rest = held();
  const paused = once('a', async (pause) => [await pause(async () => 'answer'), await rest.work()]);
  await expect.poll(() => once('a', async () => 'late')).toBeUndefined();
  rest.end();
  expect(await paused).toEqual([{ result: 'answer', isOvertaken: false }, 'done']);
});
