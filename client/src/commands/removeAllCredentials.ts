// Forgets every stored credential and revokes their tokens.
import type { CredentialEntry } from '../credentials/credentialStore.ts';
import type { Parts } from '../parts.ts';
import { say } from '../ui/say.ts';

export async function removeAllCredentials({ credentials, atlas }: Parts): Promise<void> {
  const ids = await credentials.allIds();
  if (ids.length === 0) {
    await say.information('No Atlas credential is stored, so there is none to remove.');
    return;
  }
  const count = counted(ids.length);
  const remove = 'Remove All';
  const answer = await say.warning(
    `Remove ${count} from this machine?`,
    { modal: true, detail: describe(credentials.list(), ids.length) },
    remove,
  );
  if (answer !== remove) return;
  const [removed] = await Promise.all([Promise.all(ids.map(credentials.remove)), atlas.closeAll()]);
  const left = removed.filter((gone) => !gone).length;
  if (left === 0) await say.information(`Removed ${count}.`);
  else await say.error(`The keyring of this machine did not let go of ${counted(left)}. Unlock it and try again.`);
}

/** Which ones they are; `count` is also of those that the list has lost. */
function describe(listed: readonly CredentialEntry[], count: number): string {
  const others = count - listed.length;
  const lines = listed.map(({ label, host }) => `${label} for ${host}`);
  const lost = others === 0 ? [] : [`${counted(others)} without a label`];
  const after = 'Their tokens are revoked. In Atlas, the service accounts and API keys themselves stay.';
  return [...lines, ...lost, '', after].join('\n');
}

function counted(count: number): string {
  return count === 1 ? 'one credential' : `${count} credentials`;
}
