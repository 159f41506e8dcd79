// Secrets written into the file, in their right places and anywhere else.
import * as l10n from '@vscode/l10n';
import { clientCommands } from '../../../clientCommands.ts';
import { toPointer } from '../../../jsonPointer.ts';
import { withoutSureLogins } from '../../../logins.ts';
import { isStandIn, secretPartsOf } from '../../../secrets.ts';
import type { Place } from '../../schema/places.ts';
import { isSecretAt } from '../../schema/secretPlaces.ts';
import type { Remark } from '../remark.ts';
import type { Check } from './advice.ts';
import { looksLikePlaceholder } from './placeholder.ts';

export const inlineSecret: Check = (place) => [...inKey(place), ...inValue(place)];

function inKey({ path }: Place): Remark[] {
  const key = path.at(-1);
  if (typeof key !== 'string' || secretPartsOf(key).length === 0) return [];
  const message = l10n.t('A secret in a key. Write only a name there, and the secret as its value: ${secret:NAME}.');
  return [{ code: 'inline-secret', message, on: 'key' }];
}

function inValue(place: Place): Remark[] {
  const { value, path, owner } = place;
  if (typeof value !== 'string') return [];
  if (!isSecretAt(path, isAddress(place) ? withoutSureLogins(value) : value, owner?.value)) return [];
  if (isStandIn(value) || looksLikePlaceholder(value)) return [];
  const message = l10n.t(
    'A secret in plain text. Move it to the secret storage, or write ${secret:NAME}, ${env:NAME} or ${file:PATH}.',
  );
  const title = l10n.t('Move to secret storage');
  const move = {
    kind: 'command',
    title,
    command: clientCommands.moveToSecretStorage,
    arguments: [toPointer(path)],
  } as const;
  return [{ code: 'inline-secret', message, fixes: [move] }];
}

/** Of the user name and password in one, the check of addresses speaks. */
function isAddress({ schemas }: Place): boolean {
  return schemas.some(({ format }) => format?.endsWith('-url'));
}
