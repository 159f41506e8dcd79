// Forgets every stored credential and revokes their tokens.

import { l10n } from 'vscode';
import type { CredentialEntry } from '../../core/place.ts';
import type { Uses } from '../services.ts';
import { agree } from '../window/ask.ts';
import { say } from '../window/say.ts';

export async function removeAllCredentials({ credentials, atlas }: Uses<'atlas' | 'credentials'>): Promise<void> {
  const all = await credentials.list();
  if (all.length === 0) {
    await say.information(l10n.t('No Atlas credential is stored, so there is none to remove.'));
    return;
  }
  const question = all.length === 1 ? l10n.t('Remove one credential?') : l10n.t('Remove {0} credentials?', all.length);
  await agree('warning', question, describe(all), l10n.t('Remove All'));
  const [left] = await Promise.all([credentials.removeAll(), atlas.closeAll()]);
  if (left > 0) await say.error(describeLeft(left));
  else if (all.length === 1) await say.information(l10n.t('Removed one credential.'));
  else await say.information(l10n.t('Removed {0} credentials.', all.length));
}

function describe(all: readonly CredentialEntry[]): string {
  const lines = all.map(({ label, host }) => l10n.t('{label} for {host}', { label, host }));
  const after = l10n.t('Their tokens are revoked. In Atlas, the service accounts and API keys themselves stay.');
  return [...lines, '', after].join('\n');
}

function describeLeft(count: number): string {
  return count === 1
    ? l10n.t("Couldn't remove one credential from VS Code's secret storage. Try again.")
    : l10n.t("Couldn't remove {0} credentials from VS Code's secret storage. Try again.", count);
}
