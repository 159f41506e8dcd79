// Which secrets a connection file names, found in its text, whether that is JSON yet or not.

/** Each name once, in the order of the text. */
export function secretNamesIn(text: string): string[] {
  const literals = text.matchAll(/"(?:[^"\\\r\n]|\\.)*"/g);
  const names = Array.from(literals, ([literal]) => /^\$\{secret:([A-Za-z0-9_.-]{1,100})\}$/.exec(read(literal))?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))];
}

function read(literal: string): string {
  try {
    return JSON.parse(literal);
  } catch {
    return '';
  }
}
