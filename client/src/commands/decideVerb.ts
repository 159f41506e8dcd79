// Decides with the person what deploying a file means: to create, to update, to delete and create anew, or nothing.
import { l10n, type Uri } from 'vscode';
import type { CompareResult } from '../../../server/src/deployedProtocol.ts';
import type { JsonObject } from '../atlas/outcome.ts';
import { describeUnready, unreadyState } from '../atlas/states.ts';
import type { Parts } from '../parts.ts';
import { lookAtSources } from '../placeholders/look.ts';
import type { PreparedFile } from '../ui/askPrepared.ts';
import { compareWithDeployed, describePlaces, showComparison, uncomparedText } from '../ui/comparison.ts';
import { type OpenTarget, readDeployed } from '../ui/openTarget.ts';
import { say } from '../ui/say.ts';
import { placeholderReaders } from '../ui/secrets/placeholderReaders.ts';
import type { Verb } from '../ui/verbs.ts';
import { connectionNode, makeNode } from '../view/nodes.ts';
import { deleteConnection } from './deleteConnection.ts';

export interface DeployedFrom {
  readonly file: Uri;
  readonly projectName: string | undefined;
}

export interface Decision {
  readonly verb: Verb;
  /** What an update was agreed to upon. */
  readonly seen?: CompareResult;
  /** What the person must know where nothing comes of it. */
  readonly ifNotDone?: string;
}

/** Asks Atlas what it has; undefined where there is nothing to do, or the person decides so. */
export async function decideVerb(
  parts: Parts,
  open: OpenTarget,
  prepared: PreparedFile,
  from: DeployedFrom,
): Promise<Decision | undefined> {
  const comparison = await compareWithDeployed(parts, open, prepared);
  if (!comparison) return undefined;
  if (comparison.kind === 'absent') return { verb: 'create' };
  const { result, connection } = comparison;
  const { name } = prepared;
  const state = unreadyState(connection);
  if (state === 'DELETING') return sayBeingDeleted(name, open);
  if (result.inStep)
    return (await sendAllTheSame(name, open, result, state)) ? { verb: 'update', seen: result } : undefined;
  await showComparison(parts, from.file, name, result);
  if (result.fixed.length === 0) return (await goOn(name, open)) ? { verb: 'update', seen: result } : undefined;
  if (!(await canBeSent(parts, from.file, prepared))) return undefined;
  if (!(await replaceWholly(parts, open, connection, result, from))) return undefined;
  return {
    verb: 'create',
    ifNotDone: l10n.t('“{0}” was deleted and not created anew. Deploy the file to create it.', name),
  };
}

/** Not modal: the diff is to be read first. */
async function goOn(name: string, { target }: OpenTarget): Promise<boolean> {
  const update = l10n.t('Update…');
  const message = l10n.t('“{name}” in {tenantName} differs from the file, as the diff shows. Update it?', {
    name,
    tenantName: target.tenantName,
  });
  return (await say.information(message, update)) === update;
}

/** What could not be created anew is not deleted. */
async function canBeSent(parts: Parts, file: Uri, { request }: PreparedFile): Promise<boolean> {
  const looked = await lookAtSources(request.placeholders, placeholderReaders(parts, file));
  if (looked.kind !== 'unusable') return true;
  await say.error(`${l10n.t('Nothing was deleted or sent.')} ${looked.reason}`);
  return false;
}

/** What is on its way out takes no update. */
async function sayBeingDeleted(name: string, { target: { tenantName } }: OpenTarget): Promise<undefined> {
  await say.warning(
    l10n.t('“{name}” in {tenantName} is being deleted, so nothing was sent. Deploy the file once it is gone.', {
      name,
      tenantName,
    }),
  );
}

/** `state`: where it is not READY, for then all is not well though nothing differs. */
async function sendAllTheSame(
  name: string,
  { target: { tenantName } }: OpenTarget,
  result: CompareResult,
  state: string | undefined,
): Promise<boolean> {
  const send = l10n.t('Send All the Same');
  const place = { name, tenantName };
  const [tone, said] =
    state === undefined
      ? ([
          'information',
          l10n.t('Nothing to deploy: “{name}” in {tenantName} and the file are in step.', place),
        ] as const)
      : ([
          'warning',
          `${l10n.t('“{name}” in {tenantName} and the file are in step.', place)} ${describeUnready(state)}`,
        ] as const);
  return (await say[tone](`${said}${uncomparedText(result)}`, send)) === send;
}

/** What stays as it was created is changed by a new connection only; whether the old one has gone for it. */
async function replaceWholly(
  parts: Parts,
  open: OpenTarget,
  connection: JsonObject,
  { fixed }: CompareResult,
  { projectName }: DeployedFrom,
): Promise<boolean> {
  const name = String(connection.name);
  const { groupId, tenantName } = open.target;
  const replace = l10n.t('Delete and Create Anew');
  const changed = describePlaces(fixed);
  const question =
    fixed.length === 1
      ? l10n.t('“{name}” cannot be updated to what the file says: {changed} stays as it was created.', {
          name,
          changed,
        })
      : l10n.t('“{name}” cannot be updated to what the file says: {changed} stay as they were created.', {
          name,
          changed,
        });
  const ways = l10n.t(
    'Write it as it is in Atlas, or have the connection deleted and created anew; each step is asked about.',
  );
  if ((await say.warning(`${question} ${ways}`, replace)) !== replace) return false;
  const place = { credentialId: open.credential.id, groupId, projectName: projectName ?? groupId, tenantName };
  const instance = makeNode({ kind: 'instance', ...place, region: undefined });
  await deleteConnection(parts, undefined, connectionNode(instance, connection));
  return isGone(parts, open, name);
}

/** Whether it is; where it is not and might be thought to be, that is said. */
async function isGone(parts: Parts, open: OpenTarget, name: string): Promise<boolean> {
  const left = await readDeployed(parts, open, name);
  if (left === undefined) {
    await say.warning(
      l10n.t('“{0}” was not created anew, for Atlas does not tell whether it is gone. Deploy the file to go on.', name),
    );
  } else if (left !== 'absent' && left.state === 'DELETING') {
    await say.warning(
      l10n.t('“{0}” is still being deleted, so it was not created anew. Deploy the file once it is gone.', name),
    );
  }
  return left === 'absent';
}
