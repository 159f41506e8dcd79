// Lists of names that a message has room for.
import { l10n } from 'vscode';

/** The first so many names, and how many more there are. */
export function shorten(names: readonly string[], atMost: number): string {
  const shown = names.slice(0, atMost).join(', ');
  const more = names.length - atMost;
  return more > 0 ? l10n.t('{0} and {1} more', shown, more) : shown;
}
