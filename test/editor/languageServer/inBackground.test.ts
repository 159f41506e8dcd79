// Work that nobody waits for: if it fails, the log has it, unless it is that the language server is down.
import { expect, test, vi } from 'vitest';
import { inBackground } from '../../../client/src/editor/languageServer/attempt.ts';
import { ServerDown } from '../../../client/src/editor/languageServer/serverKeeper.ts';
import { CancellationError } from '../../support/fakeVscode.ts';

vi.mock('vscode', () => import('../../support/fakeVscode.ts'));

test('what fails is logged, and is no unhandled rejection', async () => {
  const logged: unknown[] = [];
  const log = { bug: (...bug: unknown[]) => logged.push(bug) };
  inBackground(log, 'work', Promise.resolve('done'));
  inBackground(log, 'work', Promise.reject(new ServerDown()));
  inBackground(log, 'work', Promise.reject(new CancellationError()));
  const bug = new Error('bug');
  inBackground(log, 'work', Promise.reject(bug));
  await expect.poll(() => logged).toEqual([['work', bug]]);
});
