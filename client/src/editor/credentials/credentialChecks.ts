// What is wrong with the parts of a credential that a person typed or pasted, each with the next step.

import * as l10n from '@vscode/l10n';
import type { CredentialEntry } from '../../core/place.ts';

type Kind = CredentialEntry['kind'];

/** Atlas begins the two parts of a service account so. */
const idStart = 'mdb_sa_id_';
const secretStart = 'mdb_sa_sk_';

/** Undefined when `text` may be a client id or public key; what it must not do is take the place of the secret part. */
export function checkPublicPart(kind: Kind, text: string): string | undefined {
  const typed = text.trim();
  if (kind === 'serviceAccount' && typed.startsWith(secretStart)) {
    return l10n.t('This is the client secret. Paste the client id, which begins with {0}.', idStart);
  }
  if (kind === 'apiKey' && typed.startsWith(idStart)) {
    return l10n.t('This is the client id of a service account. Press Escape and choose Service account.');
  }
  if (kind === 'apiKey' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(typed)) {
    return l10n.t('This looks like the private key. Paste the public key, which is shorter.');
  }
  return checkCharacters(typed) ?? (/^[\w.-]+$/.test(typed) ? undefined : copyAgain());
}

/** Undefined when `text` may be a client secret or private key. Says nothing of what `text` is. */
export function checkSecretPart(kind: Kind, text: string): string | undefined {
  const typed = text.trim();
  if (kind === 'serviceAccount' && typed.startsWith(idStart)) {
    return l10n.t('This is the client id again. Paste the client secret, which begins with {0}.', secretStart);
  }
  return checkCharacters(typed);
}

/** Undefined when `text` may be the label of a credential beside `others`. */
export function checkLabel(text: string, others: readonly CredentialEntry[]): string | undefined {
  const label = text.trim();
  if (label === '') return l10n.t('Type a label, or press Escape to cancel.');
  if (label.length > 100 || /\p{C}/u.test(label)) {
    return l10n.t('Type at most 100 characters, none of them invisible.');
  }
  const other = others.find((entry) => entry.label === label);
  return other && l10n.t('The credential for {0} is called that already. Type another label.', other.host);
}

function copyAgain(): string {
  return l10n.t('It has a blank or a character that Atlas never uses. Copy it again, alone.');
}

function checkCharacters(typed: string): string | undefined {
  if (typed === '') return l10n.t('Type or paste a value, or press Escape to cancel.');
  return /^[!-~]{1,1000}$/.test(typed) ? undefined : copyAgain();
}
