// Hands on together what comes within a moment.

/** Gives a function that takes one after the other; what has come in the milliseconds after the first is handed on at once. */
export function gather<T>(milliseconds: number, handOn: (all: readonly T[]) => void): (one: T) => void {
  let all: T[] = [];
  const flush = () => {
    const some = all;
    all = [];
    handOn(some);
  };
  return (one) => {
    if (all.push(one) === 1) setTimeout(flush, milliseconds);
  };
}
