// What is underway is not started once more, until it has ended or pauses.
import { expect, test, vi } from 'vitest';
import { createTurns } from '../../client/src/commands/turns.ts';
import { personWho } from '../vscode/suite/person.ts';

vi.mock('vscode', () => import('../support/fakeVscode.ts'));

/** Work that goes on until it is told to end. */
function held() {
  let end = () => {};
  const until = new Promise<string>((resolve) => {
    end = () => resolve('done');
  });
  return { work: () => until, end: () => end() };
}

test('a second click on the same starts nothing and says so; another key starts', async () => {
  const { once } = createTurns();
  const person = personWho();
  const first = held();
  const running = once('a', 'busy', first.work);
  expect(await once('a', 'busy', async () => 'twice')).toBeUndefined();
  expect(await once('b', 'busy', async () => 'other')).toBe('other');
  expect(person.seen).toEqual(['busy']);
  person.leave();
  first.end();
  expect(await running).toBe('done');
  expect(await once('a', 'busy', async () => 'again')).toBe('again');
});

test('what fails has ended, too', async () => {
  const { once } = createTurns();
  await expect(once('a', 'busy', () => Promise.reject(new Error('bug')))).rejects.toThrow('bug');
  expect(await once('a', 'busy', async () => 'again')).toBe('again');
});

test('in a pause it can be started; one that has overtaken keeps its turn, and the answer is not lost', async () => {
  const { once } = createTurns();
  const [question, second] = [held(), held()];
  const paused = once('a', 'busy', (pause) => pause(question.work));
  const overtaking = once('a', 'busy', second.work);
  question.end();
  expect(await paused).toEqual({ result: 'done', isOvertaken: true });
  expect(await once('a', 'busy', async () => 'third')).toBeUndefined();
  second.end();
  expect(await overtaking).toBe('done');
});

test('after a pause in which nobody came, it has its turn again', async () => {
  const { once } = createTurns();
  const rest = held();
  const paused = once('a', 'busy', async (pause) => [await pause(async () => 'answer'), await rest.work()]);
  await expect.poll(() => once('a', 'busy', async () => 'late')).toBeUndefined();
  rest.end();
  expect(await paused).toEqual([{ result: 'answer', isOvertaken: false }, 'done']);
});
