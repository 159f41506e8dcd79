// What Atlas has at a place: one connection, or all of them.
import { l10n, type Uri } from 'vscode';
import type { Outcome } from '../../core/atlas/outcome.ts';
import { isAbsent } from '../../core/failure.ts';
import type { JsonObject } from '../../core/json.ts';
import type { ConnectionPlace, Place } from '../../core/place.ts';
import type { Uses } from '../services.ts';
import { cancel } from '../window/ask.ts';
import { askAtlas } from './askAtlas.ts';
import { sayNoAnswer } from './failures.ts';

/**
 * The connection; `absent` where there is none. Where Atlas does not tell, says so, which ends the command; `scope` is the file or
 * folder that it is asked for.
 */
export async function readDeployed(
  services: Uses<'atlas' | 'credentials' | 'log' | 'targets' | 'view' | 'workspaceState'>,
  place: ConnectionPlace,
  scope?: Uri | null,
): Promise<JsonObject | 'absent'> {
  const answer = await askForDeployed(services, place);
  if (answer.kind === 'ok') return answer.value;
  await sayNoAnswer(services, answer, place, scope);
  return cancel();
}

/** The same without a word where Atlas does not tell. */
export async function askForDeployed(
  services: Uses<'atlas'>,
  place: ConnectionPlace,
): Promise<Outcome<JsonObject | 'absent'>> {
  const { credential, name } = place;
  const title = l10n.t('Asking Atlas for the connection {0}…', name);
  const answer = await askAtlas(services, credential, title, (client, call) => client.getConnection(place, name, call));
  return answer.kind !== 'ok' && isAbsent(answer) ? { kind: 'ok', value: 'absent' } : answer;
}

/** All connections of the place; the same where Atlas does not tell. */
export async function listDeployed(
  services: Uses<'atlas' | 'credentials' | 'log' | 'targets' | 'view' | 'workspaceState'>,
  place: Place,
  scope?: Uri | null,
): Promise<readonly JsonObject[]> {
  const answer = await askForAll(services, place);
  if (answer.kind === 'ok') return answer.value;
  await sayNoAnswer(services, answer, place, scope);
  return cancel();
}

/** The same without a word where Atlas does not tell. */
export function askForAll(services: Uses<'atlas'>, place: Place): Promise<Outcome<readonly JsonObject[]>> {
  const title = l10n.t('Asking Atlas for the connections of {0}…', place.tenantName);
  return askAtlas(services, place.credential, title, (client, call) => client.listConnections(place, call));
}
