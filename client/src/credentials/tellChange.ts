// Tells of changes whose sign comes before the change itself, as between two windows.

/** Milliseconds between two looks, and how many there are. */
const pause = 250;
const looksAtMost = 20;

/** Calls `listener` at each call, and once more should what `read` gives become different within five seconds. */
export function createTeller(read: () => string, listener: () => void): () => void {
  let told = '';
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    told = read();
    listener();
  };
  return () => {
    clearInterval(timer);
    tell();
    let left = looksAtMost;
    timer = setInterval(() => {
      left -= 1;
      if (left === 0) clearInterval(timer);
      if (read() !== told) tell();
    }, pause);
  };
}
