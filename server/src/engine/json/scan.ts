// The tokens of jsonc-parser by name: its own enumerations exist for the compiler only.
import { createScanner, type JSONScanner } from 'jsonc-parser';

/** jsonc-parser's `SyntaxKind`. */
export const token = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  null: 7,
  true: 8,
  false: 9,
  string: 10,
  number: 11,
  lineComment: 12,
  blockComment: 13,
  lineBreak: 14,
  space: 15,
  unknown: 16,
  end: 17,
} as const;

/** jsonc-parser's `ScanError`, from 1 on. */
export const scanErrors = [
  'broken-comment',
  'broken-string',
  'number-format',
  'broken-unicode',
  'broken-escape',
  'control-character',
] as const;

/** Where a comma ends that comes next, behind spaces and comments; undefined where something else does. */
export function endOfComma(text: string, offset: number): number | undefined {
  const scanner = createScanner(text, true);
  scanner.setPosition(offset);
  return scanner.scan() === token.comma ? scanner.getPosition() : undefined;
}

/** A scanner that gives spaces and comments, too. */
export function scannerOf(text: string): JSONScanner {
  return createScanner(text, false);
}

/** The value of a literal; undefined where it is none of JSON. */
export function readLiteral(text: string): number | boolean | null | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
