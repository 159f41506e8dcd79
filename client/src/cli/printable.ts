// Lines for a terminal or the log of a build, in which nothing of a file acts as anything but text.

/**
 * What would not be shown as itself: control characters (line breaks and escape sequences among them), characters that are
 * invisible or change the order of others, halves of a pair; and what makes a log of GitHub Actions, Azure Pipelines or
 * TeamCity obey a line: `::` at its beginning, `##` anywhere.
 */
const active = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?<=^\s*):(?=:)|#(?=#)/gu;

/** One line with all of that as `\uXXXX`; so a string of JSON stays the same string. */
export function printable(line: string): string {
  return line.replace(active, (character) => character.split('').map(escaped).join(''));
}

/** Prints lines; the only way to the terminal. */
export function print(write: (text: string) => void, lines: readonly string[]): void {
  write(lines.map((line) => `${printable(line)}\n`).join(''));
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
