// What is said: no links, and nobody waits for a message that asks nothing.
import { expect, test, vi } from 'vitest';
import { say } from '../../../client/src/editor/window/say.ts';
import { window } from '../../support/fakeVscode.ts';

vi.mock('vscode', () => import('../../support/fakeVscode.ts'));

const neverClosed = () => new Promise<undefined>(() => undefined);

test('a message without buttons is not waited for, however long it lies among the notifications', async () => {
  const show = vi.spyOn(window, 'showWarningMessage').mockImplementation(neverClosed);
  expect(await say.warning('The file has changed.')).toBeUndefined();
  expect(show.mock.calls).toEqual([['The file has changed.']]);
});

test('one with buttons is: the answer is the button', async () => {
  vi.spyOn(window, 'showErrorMessage').mockImplementation(async () => 'Try Again' as never);
  expect(await say.error('Nothing was sent.', 'Try Again')).toBe('Try Again');
});

test('a link in a name stays text', async () => {
  const show = vi.spyOn(window, 'showInformationMessage');
  await say.information('Created [x](command:workbench.action.quit).');
  expect(show.mock.calls).toEqual([['Created [x] (command:workbench.action.quit).']]);
});
