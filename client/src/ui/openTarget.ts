// Signs in where connections are looked up: at an instance of the Connections view, or at the target.
import { l10n } from 'vscode';
import type { AtlasClient } from '../atlas/atlasClient.ts';
import type { StreamTarget } from '../atlas/endpoint.ts';
import type { JsonObject } from '../atlas/outcome.ts';
import { isMissing } from '../atlas/waitFor.ts';
import type { CredentialEntry } from '../credentials/credentialStore.ts';
import type { Parts } from '../parts.ts';
import type { InstanceAddress } from '../view/nodes.ts';
import { openSession } from './credentials/openSession.ts';
import { withProgress } from './progress.ts';
import { reportNotRead } from './report.ts';
import { say } from './say.ts';

export interface OpenTarget {
  readonly client: AtlasClient;
  readonly credential: CredentialEntry;
  readonly target: StreamTarget;
}

/** Undefined where the credential is gone, or cannot sign in; then that has been said. */
export async function openAddress(parts: Parts, address: InstanceAddress): Promise<OpenTarget | undefined> {
  const credential = parts.credentials.list().find(({ id }) => id === address.credentialId);
  if (!credential) {
    await say.error(
      l10n.t('The credential was removed from this machine, so Atlas was not asked. Add it again first.'),
    );
    return undefined;
  }
  const session = await openSession(parts, credential);
  const { groupId, tenantName } = address;
  return session && { client: session.client, credential, target: { groupId, tenantName } };
}

/** With these, it is the project or the instance that is missing. */
const speaksOfTarget: ReadonlySet<string | undefined> = new Set([
  'STREAM_TENANT_NOT_FOUND_FOR_NAME',
  'GROUP_NOT_FOUND',
  'INVALID_GROUP_ID',
]);

/** What Atlas has under a name; `absent` where it has nothing, undefined where it did not tell, which has been said. */
export async function readDeployed(
  parts: Parts,
  { client, credential, target }: OpenTarget,
  name: string,
): Promise<JsonObject | 'absent' | undefined> {
  const title = l10n.t('Asking Atlas for the connection {0}…', name);
  const outcome = await withProgress(title, (call) => client.getConnection(target, name, call));
  if (outcome.kind === 'ok') return outcome.value;
  if (isMissing(outcome) && !speaksOfTarget.has(outcome.kind === 'refused' ? outcome.error.errorCode : ''))
    return 'absent';
  await reportNotRead(parts, outcome, credential);
  return undefined;
}

/** The connections of the target or instance; undefined where Atlas did not tell, which has been said. */
export async function listDeployed(
  parts: Parts,
  { client, credential, target }: OpenTarget,
): Promise<readonly JsonObject[] | undefined> {
  const title = l10n.t('Asking Atlas for the connections of {0}…', target.tenantName);
  const outcome = await withProgress(title, (call) => client.listConnections(target, call));
  if (outcome.kind === 'ok') return outcome.value;
  await reportNotRead(parts, outcome, credential);
  return undefined;
}
