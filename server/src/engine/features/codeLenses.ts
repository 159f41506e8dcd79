// The actions drawn above the connection and above its secrets.
import * as l10n from '@vscode/l10n';
import type { CodeLens } from 'vscode-languageserver-types';
import { clientCommands } from '../../clientCommands.ts';
import { toPointer } from '../../jsonPointer.ts';
import { readPlaceholder } from '../../placeholder.ts';
import { inlineSecret, secretBeside } from '../findings/advice/inlineSecret.ts';
import type { StreamConnDocument } from '../json/document.ts';
import { keyRange, rangeOf } from '../json/ranges.ts';
import { type Place, placesOf } from '../schema/places.ts';

/** What lenses of one file may say. */
export interface LensContext {
  /** Absent while no target is chosen. */
  readonly targetTitle?: string;
  readonly secretNames?: readonly string[];
}

/** The lenses of a file; none where there is no object, and none on secrets while their names are not known. */
export function findCodeLenses(document: StreamConnDocument, context: LensContext): CodeLens[] {
  const { text, root } = document;
  if (root?.type !== 'object') return [];
  return [...connectionLenses(document, context), ...secretLenses(document, context)].map(({ offset, ...command }) => ({
    range: rangeOf(text, offset, 1),
    command: { ...command, arguments: [text.uri, ...command.arguments] },
  }));
}

interface Lens {
  readonly offset: number;
  readonly title: string;
  readonly command: string;
  /** Behind the address of the file. */
  readonly arguments: readonly string[];
}

function connectionLenses({ root }: StreamConnDocument, { targetTitle }: LensContext): Lens[] {
  const lens = (title: string, command: string): Lens => ({ offset: root?.offset ?? 0, title, command, arguments: [] });
  return [
    lens(`$(cloud-upload) ${l10n.t('Create connection')}`, clientCommands.createConnection),
    lens(`$(target) ${targetTitle ?? l10n.t('Choose target')}`, clientCommands.chooseTarget),
  ];
}

function secretLenses(document: StreamConnDocument, { secretNames }: LensContext): Lens[] {
  const { text, root, value } = document;
  if (!root || !secretNames) return [];
  const stored: ReadonlySet<string> = new Set(secretNames);
  return placesOf(document).flatMap((place) => {
    const found = lensOn(place, value, stored);
    return found ? [{ ...found, offset: text.offsetAt(keyRange(text, root, place.path).start) }] : [];
  });
}

function lensOn(place: Place, root: unknown, stored: ReadonlySet<string>): Omit<Lens, 'offset'> | undefined {
  if (typeof place.value !== 'string') return undefined;
  if ([...inlineSecret(place, place.value, {}, root), ...secretBeside(place, {})].length > 0) {
    const title = `$(lock) ${l10n.t('Move to Secret Storage')}`;
    return { title, command: clientCommands.moveToSecretStorage, arguments: [toPointer(place.path)] };
  }
  const placeholder = readPlaceholder(place.value);
  if (placeholder?.kind !== 'secret') return undefined;
  const title = stored.has(placeholder.name) ? l10n.t('Replace stored secret') : l10n.t('Store secret…');
  return { title: `$(key) ${title}`, command: clientCommands.storeSecret, arguments: [placeholder.name] };
}
