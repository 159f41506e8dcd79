// Questions to the person. Who closes one has cancelled: that ends the command, and its wrapper has no word for it.
import {
  CancellationError,
  type InputBoxOptions,
  type QuickPickItem,
  type QuickPickOptions,
  type Uri,
  window,
} from 'vscode';
import { withProgress } from './progress.ts';
import { say } from './say.ts';
import { withoutIcons } from './withoutIcons.ts';

/** The item that the person picks. @throws CancellationError if the list is closed. */
export async function pick<T extends QuickPickItem>(
  items: readonly T[],
  options: QuickPickOptions & { readonly title: string },
): Promise<T> {
  return (await window.showQuickPick(items, { ignoreFocusOut: true, ...options })) ?? cancel();
}

/**
 * What to do next about something that is to be read first: a list that stays until it is answered, which no message does. Undefined if
 * it is closed.
 */
export async function pickNext(
  title: string,
  placeHolder: string,
  ...ways: readonly string[]
): Promise<string | undefined> {
  return window.showQuickPick(ways, { title: withoutIcons(title), placeHolder, ignoreFocusOut: true });
}

/** What the person types. @throws CancellationError if the box is closed. */
export async function type(options: InputBoxOptions & { readonly title: string }): Promise<string> {
  return (await window.showInputBox({ ignoreFocusOut: true, ...options })) ?? cancel();
}

/** The file or folder that the person opens. @throws CancellationError if the dialog is closed. */
export async function choosePath(options: Parameters<typeof window.showOpenDialog>[0]): Promise<Uri> {
  return (await window.showOpenDialog(options))?.[0] ?? cancel();
}

/** Asks in a dialog whether to go on. @throws CancellationError unless the person presses `button`. */
export async function agree(
  tone: 'information' | 'warning',
  question: string,
  detail: string,
  button: string,
): Promise<void> {
  if ((await say[tone](question, { modal: true, detail }, button)) !== button) cancel();
}

/** Says what stands in the way. @throws CancellationError always: there is nothing more to do. */
export async function refuse(message: string): Promise<never> {
  await say.error(message);
  return cancel();
}

/** Says what stands in the way, and what can be done about it. @throws CancellationError unless that is chosen. */
export async function refuseUnless(message: string, button: string): Promise<void> {
  if ((await say.error(message, button)) !== button) cancel();
}

/** What comes of work that a person waits for. @throws CancellationError if it is cancelled, or gives nothing because of that. */
export async function lookFor<T>(title: string, work: (signal: AbortSignal) => Promise<T | undefined>): Promise<T> {
  return (await withProgress(title, ({ signal }) => work(signal))) ?? cancel();
}

/** Ends the command without a word. @throws CancellationError always. */
export function cancel(): never {
  throw new CancellationError();
}
