// What happens while the extension waits: for an answer of the person, or for one of Atlas.
import { CancellationTokenSource, window } from 'vscode';
import type { Sandbox, SeenRequest } from '../../sandbox/sandbox.ts';
import { poll } from './poll.ts';

const asking = ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'] as const;

/** Does something once, when the message that matches is shown, before the person (`personWho`) answers it. */
export function meanwhile(question: RegExp, act: () => unknown): void {
  let isDone = false;
  for (const kind of asking) {
    const ask: typeof window.showInformationMessage = window[kind];
    const acting = async (...args: Parameters<typeof ask>) => {
      if (!isDone && question.test(args[0])) {
        isDone = true;
        await act();
      }
      return ask(...args);
    };
    Object.assign(window, { [kind]: acting });
  }
}

/** Does something, and cancels it by its notification as soon as the request has come that `when` selects. */
export async function cancelAt<T>(
  sandbox: Sandbox,
  when: (request: SeenRequest) => boolean,
  act: () => Thenable<T>,
): Promise<T> {
  const { withProgress } = window;
  const source = new CancellationTokenSource();
  const cancellable: typeof withProgress = (options, task) =>
    withProgress(options, (progress) => task(progress, source.token));
  Object.assign(window, { withProgress: cancellable });
  try {
    sandbox.fault({ kind: 'silent' }, when);
    const acting = act();
    await poll('the request', () => sandbox.requests.some(when));
    source.cancel();
    return await acting;
  } finally {
    Object.assign(window, { withProgress });
    source.dispose();
  }
}
