// Asks where connections go: a project and a stream instance, picked from Atlas' lists or typed.

import { l10n, type QuickPickItem, QuickPickItemKind } from 'vscode';
import type { AtlasClient } from '../../core/atlas/atlasClient.ts';
import { checkGroupId, checkTenantName } from '../../core/atlas/endpoint.ts';
import type { Outcome } from '../../core/atlas/outcome.ts';
import type { Call } from '../../core/atlas/retry.ts';
import { isSignInFailure } from '../../core/failure.ts';
import { describeFailure } from '../../core/failureText.ts';
import type { Place } from '../../core/place.ts';
import { cancel, pick, type } from '../window/ask.ts';
import { withProgress } from '../window/progress.ts';
import { say } from '../window/say.ts';

interface Named {
  readonly id: string;
  readonly label: string;
  readonly description: string;
}

interface Question {
  readonly title: string;
  readonly loading: string;
  readonly typeInstead: string;
  readonly check: (text: string) => string | undefined;
  readonly list: (call: Call) => Promise<Outcome<readonly Named[]>>;
}

/**
 * The target and, where Atlas told it, the name of its project; `replace` where Atlas refused who signs in, and that shall be
 * replaced.
 */
export async function askTarget(client: AtlasClient): Promise<Omit<Place, 'credential'> | 'replace'> {
  const project = await pickOrType({
    title: l10n.t('Choose target (1/2): project'),
    loading: l10n.t('Asking Atlas for your projects…'),
    typeInstead: l10n.t('Type a project id…'),
    check: checkGroupId,
    list: async (call) =>
      named(await client.listProjects(call), ({ id, name }) => ({ id, label: name, description: id })),
  });
  if (project === 'replace') return project;
  const instance = await pickOrType({
    title: l10n.t('Choose target (2/2): stream instance (workspace)'),
    loading: l10n.t('Asking Atlas for the stream instances of {0}…', project.label),
    typeInstead: l10n.t('Type the name of a stream instance…'),
    check: checkTenantName,
    list: async (call) =>
      named(await client.listStreamInstances(project.id, call), ({ name, region }) => ({
        id: name,
        label: name,
        description: region ?? '',
      })),
  });
  if (instance === 'replace') return instance;
  const projectName = project.label === project.id ? undefined : project.label;
  return { groupId: project.id, tenantName: instance.id, projectName };
}

function named<T>(outcome: Outcome<readonly T[]>, name: (item: T) => Named): Outcome<readonly Named[]> {
  return outcome.kind === 'ok' ? { kind: 'ok', value: outcome.value.map(name) } : outcome;
}

async function pickOrType(question: Question): Promise<Named | 'replace'> {
  const outcome = await withProgress(question.loading, question.list);
  if (outcome.kind === 'cancelled') return cancel();
  if (outcome.kind !== 'ok') {
    const replace = isSignInFailure(outcome) ? [l10n.t('Replace Credential')] : [];
    const way = await say.error(describeFailure(outcome), ...replace, question.typeInstead);
    if (way === question.typeInstead) return typeId(question);
    return way === undefined ? cancel() : 'replace';
  }
  const separator = { id: '', label: '', description: '', kind: QuickPickItemKind.Separator } satisfies QuickPickItem &
    Named;
  const typeIt = { id: '', label: `$(edit) ${question.typeInstead}`, description: '', alwaysShow: true };
  const placeHolder =
    outcome.value.length === 0 ? l10n.t('Atlas lists none that you may see') : l10n.t('Type to filter the list');
  const options = { title: question.title, placeHolder, matchOnDescription: true };
  const picked = await pick<QuickPickItem & Named>([...outcome.value, separator, typeIt], options);
  return picked === typeIt ? typeId(question) : picked;
}

async function typeId({ title, check }: Question): Promise<Named> {
  const id = (await type({ title, validateInput: (typed) => check(typed.trim()) })).trim();
  return { id, label: id, description: '' };
}
