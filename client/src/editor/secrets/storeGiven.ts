// Offers to store those secrets of a pulled connection that Atlas has given along, such as the values of headers.

import { l10n } from 'vscode';
import type { FileSecret } from '../../../../server/src/deployedProtocol.ts';
import { fromPointer } from '../../../../server/src/jsonPointer.ts';
import type { JsonObject } from '../../core/json.ts';
import { howLong } from '../keyring/howLong.ts';
import type { Uses } from '../services.ts';
import { agree } from '../window/ask.ts';
import { say } from '../window/say.ts';
import { storeUnlessTaken } from './storeSecretValue.ts';

/** Says `message`; asks, where there is something to store: only now are its values at hand. */
export async function storeGiven(
  services: Uses<'secrets'>,
  connection: JsonObject,
  secrets: readonly FileSecret[],
  message: string,
): Promise<void> {
  const given = secrets.flatMap(({ pointer, name }) => {
    const value = textAt(connection, pointer);
    return value === undefined ? [] : [{ name, value }];
  });
  if (given.length === 0) {
    await say.information(message);
    return;
  }
  const names = given.map(({ name }) => name).join(', ');
  const detail = l10n.t('Atlas returned the values of these secrets: {0}. Store them in secret storage?', names);
  await agree('information', message, detail, l10n.t('Store Values'));
  let lasting = '';
  for (const { name, value } of given) {
    const stored = await storeUnlessTaken(services, name, value);
    lasting ||= howLong(stored);
  }
  await say.information(l10n.t('Stored: {0}.', names) + lasting);
}

/** The string at a JSON Pointer; undefined where there is none, or an empty one. */
function textAt(value: unknown, pointer: string): string | undefined {
  let place = value;
  for (const key of fromPointer(pointer)) {
    const isThere = typeof place === 'object' && place !== null && Object.hasOwn(place, key);
    place = isThere ? (place as JsonObject)[key] : undefined;
  }
  return typeof place === 'string' && place !== '' ? place : undefined;
}
