// Secrets written into the file, in their right places and anywhere else.
import * as l10n from '@vscode/l10n';
import { clientCommands } from '../../../clientCommands.ts';
import { toPointer } from '../../../jsonPointer.ts';
import { withoutSureLogins } from '../../../logins.ts';
import { isSecretBeside, isStandIn, secretPartsOf } from '../../../secrets.ts';
import { isSecretAt } from '../../schema/secretPlaces.ts';
import type { Remark } from '../remark.ts';
import { type Check, type Spot, textOf, type WiderCheck } from './advice.ts';
import { looksLikePlaceholder } from './placeholder.ts';

export const inlineSecret: Check = (at, text) => [...inKey(at), ...(text === undefined ? [] : inText(at, text))];

/** A secret by what stands beside it. */
export const secretBeside: WiderCheck = (place) => {
  const text = textOf(place);
  return text !== undefined && isSecretBeside(place.path, place.owner?.value) ? inPlainText(place, text) : [];
};

function inKey({ path }: Spot): Remark[] {
  const key = path.at(-1);
  if (typeof key !== 'string' || secretPartsOf(key).length === 0) return [];
  const message = l10n.t('A secret in a key. Write only a name there, and the secret as its value: ${secret:NAME}.');
  return [{ code: 'inline-secret', message, on: 'key' }];
}

function inText(at: Spot, text: string): Remark[] {
  // Quicker to see than that it is a secret.
  if (isNotWritten(text)) return [];
  return isSecretAt(at.path, isAddress(at) ? withoutSureLogins(text) : text) ? inPlainText(at, text) : [];
}

function inPlainText({ path }: Spot, text: string): Remark[] {
  if (isNotWritten(text)) return [];
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

/** Whether the text only stands for a secret. */
function isNotWritten(text: string): boolean {
  return isStandIn(text) || looksLikePlaceholder(text);
}

/** Of the user name and password in one, the check of addresses speaks. */
function isAddress({ schemas }: Spot): boolean {
  return schemas.some(({ format }) => format?.endsWith('-url'));
}
