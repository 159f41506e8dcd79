// What is underway is not started once more, until it has ended.
import { expect, test, vi } from 'vitest';
import { createTurns } from '../../../client/src/editor/window/turns.ts';
import { CancellationError } from '../../support/fakeVscode.ts';
import { personWho } from '../../vscode/suite/person.ts';

vi.mock('vscode', () => import('../../support/fakeVscode.ts'));

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
  await expect(once('a', 'busy', async () => 'twice')).rejects.toBeInstanceOf(CancellationError);
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
