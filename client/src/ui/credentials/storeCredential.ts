// From the boxes into the secret storage: a new credential, or new values for one that is stored.

import { commands, l10n } from 'vscode';
import { parseAtlasHost } from '../../core/atlas/endpoint.ts';
import type { CredentialEntry } from '../../core/place.ts';
import { publicPart } from '../../credentials/credentialRecord.ts';
import type { StoreResult } from '../../credentials/credentialStore.ts';
import type { Parts } from '../../parts.ts';
import { additionalHosts } from '../../settings.ts';
import { cancel, refuse } from '../ask.ts';
import { say } from '../say.ts';
import { howLong } from '../secrets/storeSecretValue.ts';
import { askCredential, askLabel } from './askCredential.ts';

export type Stored = Exclude<StoreResult, { readonly kind: 'lost' }>;

/** The new credential. Who does not want it in memory only, where VS Code does not keep it, has cancelled. */
export async function askAndAdd({ credentials }: Parts): Promise<Stored> {
  const credential = await askCredential();
  const label = await askLabel(publicPart(credential), await credentials.list());
  return unlessLost(await credentials.add(credential, label));
}

/** The credential with its new values, for the same host and of the same kind. */
export async function askAndReplace(parts: Parts, entry: CredentialEntry): Promise<Stored> {
  const host = parseAtlasHost(entry.host, additionalHosts());
  if (host.kind === 'refused') {
    return refuse(`${host.reason} ${l10n.t('Or remove the credential {0}.', entry.label)}`);
  }
  const credential = await askCredential({ host: host.host, kind: entry.kind });
  const [result] = await Promise.all([parts.credentials.replace(entry, credential), parts.atlas.close(entry.id)]);
  return unlessLost(result);
}

function unlessLost(result: StoreResult): Stored {
  return result.kind === 'lost' ? cancel() : result;
}

/** Says where the credential is kept, and offers to test it. */
export async function sayStored(done: 'stored' | 'replaced', { kind, entry }: Stored): Promise<void> {
  const test = l10n.t('Test');
  const { label, host } = entry;
  const what =
    done === 'stored'
      ? l10n.t('Stored the credential {label} for {host}.', { label, host })
      : l10n.t('Replaced the credential {label} for {host}.', { label, host });
  if ((await say.information(what + howLong(kind), test)) === test) {
    await commands.executeCommand('streamconn.testCredential', undefined, entry.id);
  }
}
