// Says that a credential is stored, and offers to test it.
import { l10n } from 'vscode';
import { howLong } from '../keyring/howLong.ts';
import type { Uses } from '../services.ts';
import { say } from '../window/say.ts';
import type { Stored } from './storeCredential.ts';
import { testSignIn } from './testCredential.ts';

/** Says where it is kept. */
export async function sayStored(
  services: Uses<'atlas' | 'credentials'>,
  done: 'stored' | 'replaced',
  { kind, entry }: Stored,
): Promise<void> {
  const test = l10n.t('Test');
  const { label, host } = entry;
  const what =
    done === 'stored'
      ? l10n.t('Stored the credential {label} for {host}.', { label, host })
      : l10n.t('Replaced the credential {label} for {host}.', { label, host });
  if ((await say.information(what + howLong(kind), test)) === test) await testSignIn(services, entry);
}
