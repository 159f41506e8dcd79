// Forgets every stored credential and revokes their tokens.
import { l10n } from 'vscode';
import type { CredentialEntry } from '../credentials/credentialStore.ts';
import type { Parts } from '../parts.ts';
import { say } from '../ui/say.ts';

export async function removeAllCredentials({ credentials, atlas }: Parts): Promise<void> {
  const ids = await credentials.allIds();
  if (ids.length === 0) {
    await say.information(l10n.t('No Atlas credential is stored, so there is none to remove.'));
    return;
  }
  const remove = l10n.t('Remove All');
  const answer = await say.warning(
    ids.length === 1
      ? l10n.t('Remove one credential from this machine?')
      : l10n.t('Remove {0} credentials from this machine?', ids.length),
    { modal: true, detail: describe(credentials.list(), ids.length) },
    remove,
  );
  if (answer !== remove) return;
  const [removed] = await Promise.all([Promise.all(ids.map(credentials.remove)), atlas.closeAll()]);
  const left = removed.filter((gone) => !gone).length;
  if (left > 0) await say.error(describeLeft(left));
  else if (ids.length === 1) await say.information(l10n.t('Removed one credential.'));
  else await say.information(l10n.t('Removed {0} credentials.', ids.length));
}

/** Which ones they are; `count` is also of those that the list has lost. */
function describe(listed: readonly CredentialEntry[], count: number): string {
  const others = count - listed.length;
  const lines = listed.map(({ label, host }) => l10n.t('{label} for {host}', { label, host }));
  const lost = others === 0 ? [] : [describeLost(others)];
  const after = l10n.t('Their tokens are revoked. In Atlas, the service accounts and API keys themselves stay.');
  return [...lines, ...lost, '', after].join('\n');
}

function describeLost(count: number): string {
  return count === 1 ? l10n.t('One credential without a label') : l10n.t('{0} credentials without a label', count);
}

function describeLeft(count: number): string {
  return count === 1
    ? l10n.t('The keyring of this machine did not let go of one credential. Unlock it and try again.')
    : l10n.t('The keyring of this machine did not let go of {0} credentials. Unlock it and try again.', count);
}
