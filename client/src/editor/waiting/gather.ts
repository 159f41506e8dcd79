// Hands on together what comes within a moment.
import type { Disposable } from 'vscode';

/** Once it is disposed of, nothing is handed on. */
export interface Gathering<T> extends Disposable {
  /** What has come in the milliseconds after the first is handed on at once. */
  add(one: T): void;
}

export function gather<T>(milliseconds: number, handOn: (all: readonly T[]) => void): Gathering<T> {
  let all: T[] = [];
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const flush = () => {
    const some = all;
    all = [];
    handOn(some);
  };
  return {
    add: (one) => {
      if (all.push(one) === 1 && !isOver) timer = setTimeout(flush, milliseconds);
    },
    dispose: () => {
      isOver = true;
      clearTimeout(timer);
    },
  };
}
