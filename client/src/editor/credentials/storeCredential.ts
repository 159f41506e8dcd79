// From the boxes into the secret storage: a new credential, or new values for one that is stored.

import { l10n } from 'vscode';
import { parseAtlasHost } from '../../core/atlas/endpoint.ts';
import type { CredentialEntry } from '../../core/place.ts';
import type { Uses } from '../services.ts';
import { cancel, refuse } from '../window/ask.ts';
import { additionalHosts } from '../window/settings.ts';
import { askCredential, askLabel } from './askCredential.ts';
import { publicPart } from './credentialRecord.ts';
import type { StoreResult } from './credentialStore.ts';

export type Stored = Exclude<StoreResult, { readonly kind: 'lost' }>;

/** The new credential. Who does not want it in memory only, where VS Code does not keep it, has cancelled. */
export async function askAndAdd({ credentials }: Uses<'credentials'>): Promise<Stored> {
  const credential = await askCredential();
  const label = await askLabel(publicPart(credential), await credentials.list());
  return unlessLost(await credentials.add(credential, label));
}

/** The credential with its new values. Its host and kind stay the same. */
export async function askAndReplace(services: Uses<'atlas' | 'credentials'>, entry: CredentialEntry): Promise<Stored> {
  const host = parseAtlasHost(entry.host, additionalHosts());
  if (host.kind === 'refused') {
    return refuse(`${host.reason} ${l10n.t('Or remove the credential {0}.', entry.label)}`);
  }
  const credential = await askCredential({ host: host.host, kind: entry.kind });
  const [result] = await Promise.all([services.credentials.replace(entry, credential), services.atlas.close(entry.id)]);
  return unlessLost(result);
}

function unlessLost(result: StoreResult): Stored {
  return result.kind === 'lost' ? cancel() : result;
}
