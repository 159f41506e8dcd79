// The name that Atlas has for a project, so that a person confirms more than 24 digits.
import type { AtlasClient } from '../atlas/atlasClient.ts';
import type { Parts } from '../parts.ts';
import { withProgress } from './progress.ts';

/** Asked of Atlas where it is not known yet; undefined where Atlas does not tell, which is no reason to stop. */
export async function projectNameOf(
  { targets }: Parts,
  client: AtlasClient,
  groupId: string,
): Promise<string | undefined> {
  const known = targets.projectName(groupId);
  if (known) return known;
  const outcome = await withProgress('Asking Atlas for the name of the project…', (signal) =>
    client.listProjects(signal),
  );
  const name = outcome.kind === 'ok' ? outcome.value.find(({ id }) => id === groupId)?.name : undefined;
  if (name) await targets.rememberProjectName(groupId, name);
  return name;
}
