// How deeply a text nests, found without recursion: the parsers recurse and would run out of stack.

/** Levels of `{` and `[` that a file may open; a connection needs four. */
export const maxNesting = 100;

/** The offset of the bracket that opens level `maxNesting + 1`, or undefined where the text stays within. */
export function findTooDeep(text: string): number | undefined {
  let depth = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const char = text[offset];
    if (char === '"') offset = endOfString(text, offset);
    else if (char === '}' || char === ']') depth--;
    else if ((char === '{' || char === '[') && ++depth > maxNesting) return offset;
  }
  return undefined;
}

/** The offset of the quote that closes the string begun at `start`, or of the line break that breaks it off. */
function endOfString(text: string, start: number): number {
  let offset = start + 1;
  while (offset < text.length && text[offset] !== '"' && text[offset] !== '\n') {
    offset += text[offset] === '\\' ? 2 : 1;
  }
  return offset;
}
