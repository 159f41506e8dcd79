// Pulls every connection of an instance into a folder: the plan first, then the new files at once, then those that differ.

import { l10n, type Uri, WorkspaceEdit, workspace } from 'vscode';
import type { JsonObject } from '../../core/json.ts';
import type { Place } from '../../core/place.ts';
import type { MakeFile } from '../../core/pull/makeFile.ts';
import { openSession } from '../credentials/openSession.ts';
import { fileName, typeAt } from '../files/fileAt.ts';
import { attempt } from '../languageServer/attempt.ts';
import type { Uses } from '../services.ts';
import { askTargetScope } from '../target/askScope.ts';
import { placeInUse } from '../target/placeInUse.ts';
import { listDeployed } from '../target/readDeployed.ts';
import { agree, lookFor } from '../window/ask.ts';
import { say } from '../window/say.ts';
import { shorten } from '../window/shorten.ts';
import { type Refused, tryAct } from '../window/vscodeAct.ts';
import { askPullFolder } from './askPullFolder.ts';
import { replaceAsking, tooDeep } from './pulledFile.ts';
import type { Pulling } from './pulling.ts';
import { type PlannedFile, type PullPlan, planPull } from './pullPlan.ts';

const title = () => l10n.t('Pull all connections');

/** Of an instance of the Connections view, or of the target. Nothing is written before the plan is agreed to. */
export async function pullAll(services: Pulling, node: Place | undefined): Promise<void> {
  const scope = node ? undefined : await askTargetScope(services, title());
  const place = node ?? (await placeInUse(services, scope ?? null));
  await openSession(services, place.credential);
  const all = await listDeployed(services, place, scope);
  const { tenantName } = place;
  if (all.length === 0) {
    await say.information(l10n.t('There are no connections in {0} yet.', tenantName));
    return;
  }
  const folder = await askPullFolder(title());
  const plan = await lookFor(l10n.t('Comparing {0} connections with the folder…', all.length), (signal) =>
    planPull(services, folder, all, signal),
  );
  await carryOut(services, plan, tenantName, folder);
}

async function carryOut(
  services: Uses<'compare' | 'forgetRefusal' | 'log' | 'pulled'>,
  plan: PullPlan,
  tenantName: string,
  folder: Uri,
): Promise<void> {
  const those = (is: PlannedFile['is']) => plan.files.filter((file) => file.is === is);
  const [missing, different, same] = [those('new'), those('differs'), those('same')];
  if (missing.length + different.length === 0) {
    const said = l10n.t('All {0} files say what Atlas has. Secrets cannot be compared.', plan.files.length);
    const isSame = plan.files.length > 0 && same.length === plan.files.length;
    await say.information([...(isSame ? [said] : []), ...leftOutText(plan)].join(' '));
    return;
  }
  await confirmPlan(plan, tenantName, folder);
  const created = await createAll(services, missing, plan.makeFile);
  if (created === undefined) return;
  const replaced = await replaceEach(services, different, plan.makeFile);
  const counts = {
    tenantName,
    created,
    replaced,
    kept: different.length - replaced,
    same: same.length,
  };
  const pulled = l10n.t(
    'Pulled the connections of {tenantName}: {created} new, {replaced} replaced, {kept} kept as before, {same} the same already. Store their secrets by the lenses.',
    counts,
  );
  await say.information([pulled, ...leftOutText(plan)].join(' '));
}

/** A sentence on what a person must decide, and one on what went wrong; none where there is nothing. */
function leftOutText({ leftOut, files }: PullPlan): string[] {
  const unchecked = files.filter(({ is }) => is === 'unchecked').map(({ uri }) => fileName(uri));
  const ambiguous = l10n.t(
    'Left out, for several files of the folder say their name: {0}. “Open As File” pulls each by itself and asks for the file.',
    shorten(leftOut, shownAtMost),
  );
  const failed = l10n.t(
    'Left unchanged because of an internal error: {0}. Please report what the log says.',
    shorten(unchecked, shownAtMost),
  );
  return [...(leftOut.length > 0 ? [ambiguous] : []), ...(unchecked.length > 0 ? [failed] : [])];
}

/** Names that a question has room for. */
const shownAtMost = 8;

async function confirmPlan(plan: PullPlan, tenantName: string, folder: Uri): Promise<void> {
  const listed = (is: PlannedFile['is'], heading: (count: number, names: string) => string) => {
    const files = plan.files.filter((file) => file.is === is).map(({ uri }) => fileName(uri));
    return files.length === 0 ? [] : [heading(files.length, shorten(files, shownAtMost))];
  };
  const detail = [
    ...listed('new', (count, names) => l10n.t('New files ({0}): {1}', count, names)),
    ...listed('differs', (count, names) =>
      l10n.t('Files that differ: each is shown as a diff before you decide ({0}): {1}', count, names),
    ),
    ...listed('same', (count, names) => l10n.t('Files that say the same already ({0}): {1}', count, names)),
    ...leftOutText(plan),
  ];
  const words = { count: plan.files.length, tenantName, folder: workspace.asRelativePath(folder) };
  const question =
    plan.files.length === 1
      ? l10n.t('Pull the connection of {tenantName} into {folder}?', words)
      : l10n.t('Pull {count} connections of {tenantName} into {folder}?', words);
  await agree('information', question, detail.join('\n'), l10n.t('Pull'));
}

/** How many were made, in one edit; a file that has come about by now is not written to. Undefined where that failed. */
async function createAll(
  services: Uses<'log'>,
  files: readonly PlannedFile[],
  makeFile: MakeFile,
): Promise<number | undefined> {
  const edit = new WorkspaceEdit();
  const uris: Uri[] = [];
  for (const { uri, connection } of files) {
    const file = await attempt(services, 'streamconn.pullAll', () => makeFile(connection));
    if (file) {
      edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(file.text) });
      uris.push(uri);
    } else await say.error(file === null ? tooDeep(connection) : notPulled(connection));
  }
  const made = uris.length > 0 ? await tryAct(() => workspace.applyEdit(edit), uris[0]) : undefined;
  if (made?.kind !== 'refused') return uris.length;
  await sayNotCreated(services, uris, made);
  return undefined;
}

/** Those that are not there. */
async function sayNotCreated({ log }: Uses<'log'>, uris: readonly Uri[], { reason }: Refused): Promise<void> {
  const types = await Promise.all(uris.map(typeAt));
  const missing = uris.filter((_, index) => types[index] === undefined).map(fileName);
  log.refused('streamconn.pullAll', reason);
  await say.error(
    l10n.t("These files couldn't be created: {files}. {reason} Make the folder writable, then pull again.", {
      files: shorten(missing, shownAtMost),
      reason,
    }),
  );
}

function notPulled({ name }: JsonObject): string {
  return l10n.t(
    'The connection “{0}” was not pulled because of an internal error. Please report what the log says.',
    String(name),
  );
}

/** How many were replaced; stops where the person closes the question. */
async function replaceEach(
  services: Uses<'compare' | 'forgetRefusal' | 'log' | 'pulled'>,
  files: readonly PlannedFile[],
  makeFile: MakeFile,
): Promise<number> {
  let replaced = 0;
  for (const { uri, connection } of files) {
    const end = await attempt(services, 'streamconn.pullAll', () =>
      replaceAsking(services, { uri, connection, makeFile, isOneOf: true }),
    );
    if (end === 'stopped') break;
    if (!end) await say.error(notPulled(connection));
    if (end === 'replaced') replaced++;
  }
  return replaced;
}
