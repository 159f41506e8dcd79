// Words as plain Markdown for completion and hover; names from a file cannot break out of it.
import * as l10n from '@vscode/l10n';
import { type MarkupContent, MarkupKind } from 'vscode-languageserver-types';
import { type Place, said } from '../schema/places.ts';
import { isPlaceOfSecret } from '../schema/secretPlaces.ts';

/** The paragraphs, those that are not there left out. */
export function markdown(paragraphs: readonly (string | undefined)[]): MarkupContent {
  return { kind: MarkupKind.Markdown, value: paragraphs.filter((paragraph) => paragraph).join('\n\n') };
}

/** Text as it is written, on one line. */
export function code(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').slice(0, 200);
  const fence = '`'.repeat(Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return fence.length === 1 && line.trim() !== '' ? `\`${line}\`` : `${fence} ${line} ${fence}`;
}

/** What a person is told of a secret; undefined of other places. */
export function secretWords(place: Place): string | undefined {
  return isPlaceOfSecret(place.path)
    ? l10n.t('**Secret**: write `${secret:NAME}` and keep the value in the secret storage.')
    : undefined;
}

/** The link to the page on the place, which is that of its owner if it has none of its own; none where nothing is said of it. */
export function pageLink(place: Place): string | undefined {
  const page = said(place, 'description') && pageOn(place);
  return page && `[${l10n.t('Documentation')}](${page})`;
}

function pageOn(place: Place): string | undefined {
  return said(place, 'documentation') ?? (place.owner && pageOn(place.owner));
}
