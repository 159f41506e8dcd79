// Placeholders in messages.
import { type NamedSource, writePlaceholder } from '../../../../server/src/placeholder.ts';

/** As a message says it: a name from a file must not make a second line or a long text there. */
export function toShown(source: NamedSource): string {
  const text = writePlaceholder(source).replaceAll(/[\p{C}\p{Z}]+/gu, ' ');
  return text.length > shownAtMost ? `${text.slice(0, shownAtMost)}…` : text;
}

const shownAtMost = 200;
