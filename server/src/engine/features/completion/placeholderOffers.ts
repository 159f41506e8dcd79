// Inside a placeholder that is being written: its kinds after `${`, the names after `${secret:`.
import * as l10n from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { placeholderKinds, readPlaceholder } from '../../../placeholder.ts';
import type { SecretNaming } from '../../connection/secretNaming.ts';
import { escapeSnippet } from '../../fixing/writeJson.ts';
import { type Place, said } from '../../schema/places.ts';
import { markdown } from '../markdown.ts';
import { kindWords } from '../valueWords.ts';
import type { Cursor } from './cursor.ts';
import type { Offer } from './item.ts';
import { newSecretNames } from './values.ts';

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
  naming: SecretNaming,
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
    offers: (written.kind === undefined ? kindOffers() : nameOffers(written.kind, place, naming)).map((offer) => ({
      ...offer,
      snippet: `${offer.snippet}${isOpen ? '\\}' : ''}${isWhole ? '' : '"'}`,
    })),
  };
}

function kindOffers(): Offer[] {
  return placeholderKinds.map((kind) => ({
    label: `${kind}:`,
    kind: CompletionItemKind.Keyword,
    documentation: markdown([kindWords[kind]()]),
    snippet: `${kind}:$1`,
    hasMore: true,
  }));
}

/** The stored secrets and a new one; for other kinds, the names in the schema's examples. */
function nameOffers(kind: string, place: Place, naming: SecretNaming): Offer[] {
  if (kind !== 'secret') return namesInExamples(kind, place).map((name) => nameOffer(name, l10n.t('example')));
  const stored = naming.storedFor(place.path).map((name) => nameOffer(name, l10n.t('stored secret')));
  return [...stored, ...newSecretNames(place, naming).map((name) => nameOffer(name, undefined))];
}

function nameOffer(name: string, detail: string | undefined): Offer {
  return { label: name, kind: CompletionItemKind.Variable, detail, snippet: escapeSnippet(name) };
}

function namesInExamples(kind: string, place: Place): string[] {
  const sources = (said(place, 'examples') ?? []).map(readPlaceholder);
  return sources.flatMap((source) => (source?.kind === kind ? source.name : []));
}
