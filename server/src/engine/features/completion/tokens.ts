// The tokens of a JSON text, however broken it is.

export interface Token {
  /** One of `{ } [ ] : ,`, or `"` for a string, `/` for a comment, `word` for anything else. */
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

const token =
  /(?<mark>[{}[\]:,])|(?<string>"(?:[^"\\\n\r]+|\\.)*"?)|(?<comment>\/\/[^\n\r]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?)|\$\{[^{}"\s,]*\}?|[^\s{}[\]:,"]+|\s+/y;

/** The tokens from `offset` on, without the space between them. */
export function* tokensFrom(text: string, offset: number): Generator<Token> {
  for (let start = offset; start < text.length; ) {
    token.lastIndex = start;
    const match = token.exec(text);
    const [found = text.charAt(start)] = match ?? [];
    const end = start + found.length;
    if (found.trim() !== '') yield { kind: kindOf(match?.groups ?? {}), start, end };
    start = end;
  }
}

function kindOf({ mark, string, comment }: Readonly<Record<string, string | undefined>>): string {
  return mark ?? (string === undefined ? (comment === undefined ? 'word' : '/') : '"');
}

/** Whether it is a string or a word, and so a key or a value. */
export function isLiteral({ kind }: Token): boolean {
  return kind === '"' || kind === 'word';
}

/** Whether the string has its closing quote: not where it took the next one for it, as in `"na, "type": 1`. */
export function isClosed(text: string, { kind, start, end }: Token): boolean {
  if (kind !== '"' || end - start < 2 || text[end - 1] !== '"' || isEscaped(text, end - 1)) return false;
  return !/^[ \t]*[\w$-]/.test(text.slice(end, end + 100));
}

/** Whether the character stands behind an odd number of backslashes. */
function isEscaped(text: string, offset: number): boolean {
  let start = offset;
  while (text[start - 1] === '\\') start--;
  return (offset - start) % 2 === 1;
}
