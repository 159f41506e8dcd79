// Forgets a stored credential and revokes its token.
import type { Parts } from '../parts.ts';
import { pickCredential } from '../ui/pickCredential.ts';
import { say } from '../ui/say.ts';

export async function removeCredential(parts: Parts): Promise<void> {
  const entry = await pickCredential(parts, 'Which credential to remove');
  if (!entry) return;
  const { id, label, host } = entry;
  const remove = 'Remove';
  const detail = 'Its token is revoked. In Atlas, the service account or API key itself stays.';
  const answer = await say.warning(
    `Remove the credential ${label} for ${host} from this machine?`,
    { modal: true, detail },
    remove,
  );
  if (answer !== remove) return;
  const [removed] = await Promise.all([parts.credentials.remove(id), parts.atlas.close(id)]);
  if (removed) await say.information(`Removed the credential ${label} for ${host}.`);
  else
    await say.error(`The keyring of this machine did not let go of the credential ${label}. Unlock it and try again.`);
}
