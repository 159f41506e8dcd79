// The name that Atlas has for a project, so that a person confirms more than 24 digits.
import { l10n } from 'vscode';
import { type Failure, isSignInFailure } from '../../core/failure.ts';
import type { Place } from '../../core/place.ts';
import type { Uses } from '../services.ts';
import { askAtlas } from './askAtlas.ts';

/** The place with the name of its project, unless Atlas does not tell it; a failure where no request would come through now. */
export async function withProjectName<P extends Place>(
  services: Uses<'atlas' | 'targets'>,
  place: P,
): Promise<{ readonly kind: 'ok'; readonly value: P } | Failure> {
  const { groupId, credential } = place;
  const known = place.projectName ?? services.targets.projectName(groupId);
  if (known) return { kind: 'ok', value: { ...place, projectName: known } };
  const title = l10n.t('Asking Atlas for the name of the project…');
  const outcome = await askAtlas(services, credential, title, (client, call) => client.listProjects(call));
  if (outcome.kind !== 'ok' && (outcome.kind !== 'refused' || isSignInFailure(outcome))) return outcome;
  const projectName = outcome.kind === 'ok' ? outcome.value.find(({ id }) => id === groupId)?.name : undefined;
  if (projectName) await services.targets.rememberProjectName(groupId, projectName);
  return { kind: 'ok', value: { ...place, projectName } };
}
