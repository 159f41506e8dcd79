// Secrets written into the file.
import * as l10n from '@vscode/l10n';
import { toPointer } from '../../../jsonPointer.ts';
import { type Place, said } from '../../places.ts';
import { isHiddenPath } from '../../secretPlaces.ts';
import type { Check } from './advice.ts';
import { looksLikePlaceholder } from './placeholder.ts';

export const inlineSecret: Check = (place) => {
  const { value, path } = place;
  if (typeof value !== 'string' || !isSecret(place) || isSample(value)) return [];
  const message = l10n.t(
    'A secret in plain text. Move it to the secret storage, or write ${secret:NAME}, ${env:NAME} or ${file:PATH}.',
  );
  const command = 'streamconn.moveToSecretStorage';
  const title = l10n.t('Move to secret storage');
  return [
    { code: 'inline-secret', message, fixes: [{ kind: 'command', title, command, arguments: [toPointer(path)] }] },
  ];
};

/**
 * In a map whose schema names the keys that hold secrets, only these; elsewhere what is writeOnly in any branch: a
 * password is one also while the mechanism is misspelt.
 */
function isSecret(place: Place): boolean {
  const names = place.owner && said(place.owner, 'secretNames');
  if (!names) return isHiddenPath(place.path);
  const key = String(place.path.at(-1)).toLowerCase();
  return names.some((name) => name.toLowerCase() === key);
}

/** Nothing yet, elided or masked, a slot to fill in, a placeholder however misspelt, or the documentation's "string". */
function isSample(value: string): boolean {
  return (
    value.trim() === '' ||
    value === 'string' ||
    looksLikePlaceholder(value) ||
    /(?:^|\s)(?:\.{3}|…)|(?:\.{3}|…)(?:\s|$)/.test(value) ||
    /<[^<>\s]+>/.test(value) ||
    /^(?:\S+ )?[*•x]+$/i.test(value)
  );
}
