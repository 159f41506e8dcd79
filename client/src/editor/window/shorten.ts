// Lists of names that a message has room for.
import * as l10n from '@vscode/l10n';

/** The first so many names in one line, and how many more there are. */
export function shorten(names: readonly string[], atMost: number): string {
  const shown = names.slice(0, atMost).join(', ');
  const more = names.length - atMost;
  return more > 0 ? l10n.t('{0} and {1} more', shown, more) : shown;
}

/** The same, each name in a line of its own. */
export function shortenLines(names: readonly string[], atMost: number): string[] {
  const more = names.length - atMost;
  return [...names.slice(0, atMost), ...(more > 0 ? [l10n.t('… and {0} more', more)] : [])];
}
