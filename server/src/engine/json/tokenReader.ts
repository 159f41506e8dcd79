// The tokens of a text one after the other, and the problems that are found on the way.
import type { Problem, ProblemKind } from './problem.ts';
import { scanErrors, scannerOf, token } from './scan.ts';

export class TokenReader {
  readonly #text: string;
  readonly #scanner: ReturnType<typeof scannerOf>;
  readonly #problems: Problem[] = [];
  readonly #comments: Problem[] = [];
  /** The token read last, by its number in `scan.ts`. */
  token = 0;

  constructor(text: string) {
    this.#text = text;
    this.#scanner = scannerOf(text);
  }

  /** Where the token begins, in UTF-16 code units. */
  get offset(): number {
    return this.#scanner.getTokenOffset();
  }

  get length(): number {
    return this.#scanner.getTokenLength();
  }

  /** What the token means: of a string, its text without quotes and escapes. */
  get value(): string {
    return this.#scanner.getTokenValue();
  }

  /** Of those in a row that begin at one offset, the first; the comments are the last. */
  get problems(): readonly Problem[] {
    return this.#comments.length === 0 ? this.#problems : [...this.#problems, ...this.#comments];
  }

  /** Goes on to the next token that is neither space nor comment. */
  next(): void {
    for (;;) {
      this.token = this.#scanner.scan();
      const error = this.#scanner.getTokenError();
      if (error !== 0) this.report(scanErrors[error - 1] ?? 'broken-string');
      switch (this.token) {
        case token.lineComment:
        case token.blockComment:
          this.#comments.push({ kind: 'comment', offset: this.offset, length: this.length });
          break;
        case token.space:
        case token.lineBreak:
          break;
        default:
          return;
      }
    }
  }

  /** Goes on to one of these tokens, or to the end. */
  skipTo(tokens: readonly number[]): void {
    while (this.token !== token.end && !tokens.includes(this.token)) this.next();
  }

  skipAll(): void {
    this.#scanner.setPosition(this.#text.length);
    this.next();
  }

  /** At the token; at the end of the text, at the last character of it. */
  report(kind: ProblemKind): void {
    const { offset, length } = this;
    const isAtEnd = length === 0 && offset > 0;
    const end = isAtEnd ? this.#text.slice(0, offset).trimEnd().length : 0;
    this.reportAt(kind, isAtEnd ? Math.max(0, end - 1) : offset, isAtEnd ? 1 : length);
  }

  reportAt(kind: ProblemKind, offset: number, length: number): void {
    if (this.#problems.at(-1)?.offset !== offset) this.#problems.push({ kind, offset, length });
  }

  /** Whether a line ends between the offset and the token. */
  isOnLaterLine(offset: number): boolean {
    return this.#text.slice(offset, this.offset).includes('\n');
  }
}
