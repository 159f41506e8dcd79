// Decides what deploying a file means: to create, to update, or nothing.

import { l10n } from 'vscode';
import type { CompareResult } from '../../../../server/src/deployedProtocol.ts';
import { describeUnready, unreadyState } from '../../core/atlas/states.ts';
import type { Place } from '../../core/place.ts';
import { withFile } from '../files/describeFile.ts';
import { cancel } from '../window/ask.ts';
import { say } from '../window/say.ts';
import type { PreparedFile } from './askPrepared.ts';
import { compareWithDeployed, uncomparedText } from './comparison.ts';
import type { Deploying } from './deploying.ts';
import { showComparison } from './shownComparisons.ts';
import type { Verb } from './verbs.ts';

/** What is sent, and upon what. */
export interface Agreed {
  readonly verb: Verb;
  /** What an update was agreed to upon. */
  readonly seen?: CompareResult;
  /** What the person must know where nothing comes of it. */
  readonly ifNotDone?: string;
}

/** Asks Atlas what it has. Where there is nothing to send now, that ends the command: what differs is shown, and goes on from there. */
export async function decideVerb(services: Deploying, place: Place, prepared: PreparedFile): Promise<Agreed> {
  const comparison = await compareWithDeployed(services, place, prepared, prepared.file);
  if (comparison.kind === 'absent') return { verb: 'create' };
  const { result, connection } = comparison;
  const state = unreadyState(connection);
  if (state === 'DELETING') return refuseBeingDeleted(prepared, place);
  if (!result.upToDate) {
    await showComparison(services, { prepared, place, result });
    return cancel();
  }
  await askToDeployAnyway(prepared, place, result, state);
  return { verb: 'update', seen: result };
}

/** What is on its way out takes no update. */
async function refuseBeingDeleted({ file, name }: PreparedFile, { tenantName }: Place): Promise<never> {
  const message = l10n.t(
    '“{name}” in {tenantName} is being deleted, so nothing was sent. Deploy the file once it is gone.',
    { name, tenantName },
  );
  await say.warning(withFile(message, file));
  return cancel();
}

/** `state`: where it is not READY, for then all is not well though nothing differs. */
async function askToDeployAnyway(
  { file, name }: PreparedFile,
  { tenantName }: Place,
  result: CompareResult,
  state: string | undefined,
): Promise<void> {
  const anyway = l10n.t('Deploy Anyway');
  const place = { name, tenantName };
  const [tone, said] =
    state === undefined
      ? (['information', l10n.t('Nothing to deploy: “{name}” in {tenantName} matches the file.', place)] as const)
      : ([
          'warning',
          `${l10n.t('“{name}” in {tenantName} matches the file.', place)} ${describeUnready(state)}`,
        ] as const);
  if ((await say[tone](withFile(`${said}${uncomparedText(result)}`, file), anyway)) !== anyway) cancel();
}
