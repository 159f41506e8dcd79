// Decides what deploying a file means: to create, to update, or nothing.
import { l10n } from 'vscode';
import type { CompareResult } from '../../../server/src/deployedProtocol.ts';
import { describeUnready, unreadyState } from '../core/atlas/states.ts';
import type { Place } from '../core/place.ts';
import type { Parts } from '../parts.ts';
import type { PreparedFile } from '../ui/askPrepared.ts';
import { compareWithDeployed, uncomparedText } from '../ui/comparison.ts';
import { withFile } from '../ui/files/describeFile.ts';
import { say } from '../ui/say.ts';
import { showComparison } from '../ui/shownComparisons.ts';
import type { Verb } from '../ui/verbs.ts';

/** What is sent, and upon what. */
export interface Agreed {
  readonly verb: Verb;
  /** What an update was agreed to upon. */
  readonly seen?: CompareResult;
  /** What the person must know where nothing comes of it. */
  readonly ifNotDone?: string;
}

/** Asks Atlas what it has. Undefined if there is nothing to send now: what differs is shown, and goes on from there. */
export async function decideVerb(parts: Parts, place: Place, prepared: PreparedFile): Promise<Agreed | undefined> {
  const comparison = await compareWithDeployed(parts, place, prepared);
  if (!comparison) return undefined;
  if (comparison.kind === 'absent') return { verb: 'create' };
  const { result, connection } = comparison;
  const state = unreadyState(connection);
  if (state === 'DELETING') return sayBeingDeleted(prepared, place);
  if (!result.inStep) {
    await showComparison(parts, { prepared, place, result });
    return undefined;
  }
  return (await deployAnyway(prepared, place, result, state)) ? { verb: 'update', seen: result } : undefined;
}

/** What is on its way out takes no update. */
async function sayBeingDeleted({ file, name }: PreparedFile, { tenantName }: Place): Promise<undefined> {
  const message = l10n.t(
    '“{name}” in {tenantName} is being deleted, so nothing was sent. Deploy the file once it is gone.',
    { name, tenantName },
  );
  await say.warning(withFile(message, file));
}

/** `state`: where it is not READY, for then all is not well though nothing differs. */
async function deployAnyway(
  { file, name }: PreparedFile,
  { tenantName }: Place,
  result: CompareResult,
  state: string | undefined,
): Promise<boolean> {
  const anyway = l10n.t('Deploy Anyway');
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
  return (await say[tone](withFile(`${said}${uncomparedText(result)}`, file), anyway)) === anyway;
}
