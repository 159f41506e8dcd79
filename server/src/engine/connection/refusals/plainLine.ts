// Texts from elsewhere made fit to be shown: one line, and no longer than anybody reads.

/** Characters that are looked at at all. */
export const readAtMost = 4_000;

/** The text on one line, without control and formatting characters, cut off behind `longest` characters. */
export function plainLine(text: string, longest: number): string {
  const line = text
    .slice(0, readAtMost)
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return line.length > longest ? `${line.slice(0, longest).toWellFormed()}…` : line;
}

/** The line as a sentence: with a full stop, unless it ends like one. */
export function asSentence(line: string): string {
  return line === '' || /[.!?…。！？]$/.test(line) ? line : `${line}.`;
}
