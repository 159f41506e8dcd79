// The name that Atlas has for a project, so that a person confirms more than 24 digits.
import { l10n } from 'vscode';
import type { AtlasClient } from '../core/atlas/atlasClient.ts';
import { type Failure, isSignInFailure } from '../core/atlas/outcome.ts';
import type { Parts } from '../parts.ts';
import { withProgress } from './progress.ts';

export type ProjectName =
  /** No name where Atlas does not tell it, which is no reason to stop. */
  | { readonly kind: 'asked'; readonly name: string | undefined }
  /** No request would come through now. */
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'cancelled' };

/** Asks Atlas where the name is not known yet. */
export async function askProjectName({ targets }: Parts, client: AtlasClient, groupId: string): Promise<ProjectName> {
  const known = targets.projectName(groupId);
  if (known) return { kind: 'asked', name: known };
  const outcome = await withProgress(l10n.t('Asking Atlas for the name of the project…'), (call) =>
    client.listProjects(call),
  );
  if (outcome.kind === 'cancelled') return { kind: 'cancelled' };
  if (outcome.kind !== 'ok' && (outcome.kind !== 'refused' || isSignInFailure(outcome))) {
    return { kind: 'failed', failure: outcome };
  }
  const name = outcome.kind === 'ok' ? outcome.value.find(({ id }) => id === groupId)?.name : undefined;
  if (name) await targets.rememberProjectName(groupId, name);
  return { kind: 'asked', name };
}
