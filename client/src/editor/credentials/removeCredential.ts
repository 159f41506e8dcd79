// Forgets a stored credential and revokes its token.
import { l10n } from 'vscode';
import type { CredentialEntry } from '../../core/place.ts';
import type { Uses } from '../services.ts';
import { agree } from '../window/ask.ts';
import { say } from '../window/say.ts';
import { credentialOrPick } from './pickCredential.ts';

/** With a node of the view, the credential that it is of. */
export async function removeCredential(
  services: Uses<'atlas' | 'credentials' | 'workspaceState'>,
  given: CredentialEntry | string | undefined,
): Promise<void> {
  const entry = await credentialOrPick(services, given, l10n.t('Which credential to remove'));
  const { id, label, host } = entry;
  const detail = l10n.t('Its token is revoked. In Atlas, the service account or API key itself stays.');
  await agree(
    'warning',
    l10n.t('Remove the credential {label} for {host}?', { label, host }),
    detail,
    l10n.t('Remove'),
  );
  const [removed] = await Promise.all([services.credentials.remove(id), services.atlas.close(id)]);
  if (removed) {
    await say.information(l10n.t('Removed the credential {label} for {host}.', { label, host }));
    return;
  }
  await say.error(l10n.t("Couldn't remove the credential {0} from VS Code's secret storage. Try again.", label));
}
