// Work that a person waits for and may cancel.
import { ProgressLocation, window } from 'vscode';

/** Shows a cancellable notification while `work` runs; cancelling aborts the signal it is given. */
export function withProgress<T>(title: string, work: (signal: AbortSignal) => Promise<T>): Thenable<T> {
  return window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, (_, token) => {
    const controller = new AbortController();
    const listening = token.onCancellationRequested(() => controller.abort());
    return work(controller.signal).finally(() => listening.dispose());
  });
}
