// What is underway is not started once more, until it has ended.
import { expect, test, vi } from 'vitest';
import { createRunExclusive } from '../../../client/src/editor/window/exclusive.ts';
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
  const runExclusive = createRunExclusive();
  const person = personWho();
  const first = held();
  const running = runExclusive('a', 'busy', first.work);
  await expect(runExclusive('a', 'busy', async () => 'twice')).rejects.toBeInstanceOf(CancellationError);
  expect(await runExclusive('b', 'busy', async () => 'other')).toBe('other');
  expect(person.seen).toEqual(['busy']);
  person.leave();
  first.end();
  expect(await running).toBe('done');
  expect(await runExclusive('a', 'busy', async () => 'again')).toBe('again');
});

test('what fails has ended, too', async () => {
  const runExclusive = createRunExclusive();
  await expect(runExclusive('a', 'busy', () => Promise.reject(new Error('bug')))).rejects.toThrow('bug');
  expect(await runExclusive('a', 'busy', async () => 'again')).toBe('again');
});
