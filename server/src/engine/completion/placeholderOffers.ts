// Inside a placeholder that is being written: its kinds after `${`, the names after `${secret:`.
import * as l10n from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { markdown } from '../markdown.ts';
import { type Place, said } from '../places.ts';
import type { Cursor } from './cursor.ts';
import type { Offer } from './item.ts';
import { plain } from './snippetText.ts';
import type { StoredSecrets } from './values.ts';

/** What each kind of placeholder stands for. */
export const placeholderKinds: Readonly<Record<string, () => string>> = {
  secret: () => l10n.t('A value from the secret storage of the editor. It is never in the file.'),
  env: () =>
    l10n.t('A value from the environment: on the command line, or in a trusted workspace that has allowed it.'),
  file: () => l10n.t('The text of a file inside the workspace folder, such as a PEM certificate.'),
};

interface Inside {
  /** The cursor with only the placeholder's inside to be replaced. */
  readonly cursor: Cursor;
  readonly offers: readonly Offer[];
}

/** The offers inside a placeholder, or undefined where the cursor is in none. Only a whole value can be one. */
export function placeholderOffers(
  text: string,
  cursor: Cursor,
  place: Place,
  secrets: StoredSecrets,
): Inside | undefined {
  const { kind, start, end, offset, isWhole } = cursor;
  const written = /^"\$\{(?:(?<kind>\w+):)?(?<name>[^{}:"]*)$/.exec(text.slice(start, offset))?.groups;
  if (kind !== 'value' || !written) return undefined;
  const rest = text.slice(offset, isWhole ? end - 1 : end);
  const inside = /^[^{}]*/.exec(rest)?.[0].length ?? 0;
  const isOpen = text.charAt(offset + inside) !== '}';
  const from = offset - (written.name?.length ?? 0);
  return {
    cursor: { ...cursor, start: from, end: offset + inside, space: '', separator: '', missingComma: undefined },
    offers: (written.kind === undefined ? kindOffers() : nameOffers(written.kind, place, secrets)).map((offer) => ({
      ...offer,
      snippet: `${offer.snippet}${isOpen ? '\\}' : ''}${isWhole ? '' : '"'}`,
    })),
  };
}

function kindOffers(): Offer[] {
  return Object.entries(placeholderKinds).map(([kind, meaning]) => ({
    label: `${kind}:`,
    kind: CompletionItemKind.Keyword,
    documentation: markdown([meaning()]),
    snippet: `${kind}:$1`,
    hasMore: true,
  }));
}

/** The stored secrets; where none is known, and for other kinds, the names in the schema's examples. */
function nameOffers(kind: string, place: Place, secrets: StoredSecrets): Offer[] {
  const stored = kind === 'secret' ? (secrets ?? []) : [];
  const detail = stored.length > 0 ? l10n.t('stored secret') : l10n.t('example');
  const names = stored.length > 0 ? stored : namesInExamples(kind, place);
  return names.map((name) => ({ label: name, kind: CompletionItemKind.Variable, detail, snippet: plain(name) }));
}

function namesInExamples(kind: string, place: Place): string[] {
  return (said(place, 'examples') ?? []).flatMap(
    (example) => new RegExp(`^\\$\\{${kind}:([^{}]+)\\}$`).exec(String(example))?.[1] ?? [],
  );
}
