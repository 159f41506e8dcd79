// Signs in where connections are looked up: at an instance of the Connections view, or at the target.

import { l10n, type Uri } from 'vscode';
import type { AtlasClient } from '../core/atlas/atlasClient.ts';
import type { StreamTarget } from '../core/atlas/endpoint.ts';
import { isAbsent } from '../core/atlas/outcome.ts';
import type { JsonObject } from '../core/json.ts';
import type { CredentialEntry } from '../credentials/credentialStore.ts';
import type { Parts } from '../parts.ts';
import type { InstanceAddress } from '../view/nodes.ts';
import { type Answer, askAtlas, sayNoAnswer } from './askAtlas.ts';
import { openSession } from './credentials/openSession.ts';
import { say } from './say.ts';

export interface OpenTarget {
  /** Until the next question: what is asked afterwards is asked of a session that is opened anew (`askAtlas`). */
  readonly client: AtlasClient;
  readonly credential: CredentialEntry;
  readonly target: StreamTarget;
  /** Where it is an instance of the Connections view: then the target in use has nothing to do with it. */
  readonly address?: InstanceAddress;
  /** Where it is the target of a file or folder: that one, or null for the target of the window. */
  readonly scope?: Uri | null;
}

/** Undefined where the credential is gone, or cannot sign in; then that has been said. */
export async function openAddress(parts: Parts, address: InstanceAddress): Promise<OpenTarget | undefined> {
  const credential = (await parts.credentials.list()).find(({ id }) => id === address.credentialId);
  if (!credential) {
    await say.error(l10n.t('The credential was removed, so Atlas was not asked. Add it again first.'));
    return undefined;
  }
  const session = await openSession(parts, credential);
  const { groupId, tenantName } = address;
  return session && { client: session.client, credential, target: { groupId, tenantName }, address };
}

/** Where something is looked up, and by whom. */
export type LookupPlace = Omit<OpenTarget, 'client'>;

/** What Atlas has under a name; `absent` where it has nothing, undefined where it did not tell, which has been said. */
export async function readDeployed(
  parts: Parts,
  place: LookupPlace,
  name: string,
): Promise<JsonObject | 'absent' | undefined> {
  const answer = await askForDeployed(parts, place, name);
  if (answer.kind === 'ok') return answer.value;
  await sayNoAnswer(parts, answer, place);
  return undefined;
}

/** The same without a word where Atlas does not tell. */
export async function askForDeployed(
  parts: Parts,
  { credential, target }: LookupPlace,
  name: string,
): Promise<Answer<JsonObject | 'absent'>> {
  const title = l10n.t('Asking Atlas for the connection {0}…', name);
  const answer = await askAtlas(parts, credential, title, (client, call) => client.getConnection(target, name, call));
  const isThere = answer.kind === 'ok' || answer.kind === 'unavailable' || !isAbsent(answer);
  return isThere ? answer : { kind: 'ok', value: 'absent' };
}

/** The connections of the target or instance; undefined where Atlas did not tell, which has been said. */
export async function listDeployed(parts: Parts, place: LookupPlace): Promise<readonly JsonObject[] | undefined> {
  const answer = await askForAll(parts, place);
  if (answer.kind === 'ok') return answer.value;
  await sayNoAnswer(parts, answer, place);
  return undefined;
}

/** The same without a word where Atlas does not tell. */
export function askForAll(parts: Parts, { credential, target }: LookupPlace): Promise<Answer<readonly JsonObject[]>> {
  const title = l10n.t('Asking Atlas for the connections of {0}…', target.tenantName);
  return askAtlas(parts, credential, title, (client, call) => client.listConnections(target, call));
}
