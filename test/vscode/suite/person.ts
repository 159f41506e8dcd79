// Plays the person at the keyboard: answers what the extension asks, and remembers what it said.
import { type InputBoxOptions, type MessageItem, type QuickPickItem, Uri, window } from 'vscode';

/** What a question must match, and its answer: text to type, label to pick, button to press, path or address to open; undefined cancels. */
export type Answer = readonly [question: RegExp, answer: string | undefined];

export interface Person {
  /** Every question and message, in order. */
  readonly seen: string[];
  /** The details of modal questions. */
  readonly details: string[];
  /** The input boxes, in order. */
  readonly boxes: InputBoxOptions[];
  /** The items of every list to pick from, as they are read: label, description and detail. */
  readonly offered: string[];
  /** Puts VS Code's own boxes back; says which answers nobody asked for. */
  leave(): readonly Answer[];
}

const { showInputBox, showQuickPick, showInformationMessage, showErrorMessage, showWarningMessage, showOpenDialog } =
  window;

/** Answers the next questions in this order. A message that no answer is for is read and closed. */
export function personWho(...answers: Answer[]): Person {
  const left = [...answers];
  const seen: string[] = [];
  const details: string[] = [];
  const boxes: InputBoxOptions[] = [];
  const offered: string[] = [];

  function answerTo(question: string, mustAnswer: boolean): string | undefined {
    seen.push(question);
    const [next] = left;
    if (next?.[0].test(question)) {
      left.shift();
      return next[1];
    }
    if (mustAnswer) throw new Error(`Nobody expected the question “${question}”; next was ${next?.[0]}`);
    return undefined;
  }

  const type: typeof showInputBox = async (options = {}) => {
    boxes.push(options);
    const typed = answerTo(`${options.title}: ${options.prompt}${options.password ? ' (masked)' : ''}`, true);
    if (typed === undefined) return undefined;
    const refused = await options.validateInput?.(typed);
    if (refused) throw new Error(`“${typed}” was refused: ${typeof refused === 'string' ? refused : refused.message}`);
    return typed;
  };
  const pick = async (items: readonly (string | QuickPickItem)[], options: { title?: string } = {}) => {
    offered.push(...items.map(readItem));
    const chosen = answerTo(`${options.title}`, true);
    if (chosen === undefined) return undefined;
    const item = items.find((candidate) => labelOf(candidate).includes(chosen));
    if (!item) throw new Error(`No “${chosen}” among ${items.map(labelOf).join(', ')}`);
    return item;
  };
  const read = async (message: string, ...rest: unknown[]) => {
    const [first] = rest;
    if (isModal(first)) details.push(first.detail ?? '');
    const chosen = answerTo(message, isModal(first));
    if (chosen === undefined) return undefined;
    if (!rest.includes(chosen)) throw new Error(`No button “${chosen}” on “${message}”: ${rest.join(', ')}`);
    return chosen as unknown as MessageItem;
  };
  const open: typeof showOpenDialog = async (options = {}) => {
    const path = answerTo(`${options.title}`, true);
    return path === undefined ? undefined : [/^[\w-]{2,}:/.test(path) ? Uri.parse(path) : Uri.file(path)];
  };
  Object.assign(window, {
    showOpenDialog: open,
    showInputBox: type,
    showQuickPick: pick,
    showInformationMessage: read,
    showWarningMessage: read,
    showErrorMessage: read,
  });
  return {
    seen,
    details,
    boxes,
    offered,
    leave: () => {
      Object.assign(window, {
        showOpenDialog,
        showInputBox,
        showQuickPick,
        showInformationMessage,
        showWarningMessage,
        showErrorMessage,
      });
      return left;
    },
  };
}

function labelOf(item: string | QuickPickItem): string {
  return typeof item === 'string' ? item : item.label;
}

function readItem(item: string | QuickPickItem): string {
  return typeof item === 'string' ? item : [item.label, item.description, item.detail].filter(Boolean).join(' | ');
}

function isModal(value: unknown): value is { modal: true; detail?: string } {
  return typeof value === 'object' && value !== null && (value as { modal?: boolean }).modal === true;
}
