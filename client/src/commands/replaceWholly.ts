// What stays as it was created is changed by a new connection only: the old one is deleted for it, each step confirmed.
import { l10n, type Uri } from 'vscode';
import type { CompareResult } from '../../../server/src/deployedProtocol.ts';
import type { ConnectionPlace, Place } from '../core/place.ts';
import { lookAtSources } from '../core/placeholders/look.ts';
import type { Parts } from '../parts.ts';
import type { PreparedFile } from '../ui/askPrepared.ts';
import { describePlaces } from '../ui/comparison.ts';
import { readDeployed } from '../ui/openTarget.ts';
import { say } from '../ui/say.ts';
import { placeholderReaders } from '../ui/secrets/placeholderReaders.ts';
import type { Agreed } from './decideVerb.ts';
import { deleteAt } from './deleteConnection.ts';

/** What to send once the old connection is gone; undefined where it stays, or that is not known. */
export async function replaceWholly(
  parts: Parts,
  place: Place,
  prepared: PreparedFile,
  result: CompareResult,
): Promise<Agreed | undefined> {
  const { name } = prepared;
  if (!(await canBeSent(parts, prepared)) || !(await askReplace(name, result))) return undefined;
  const old = { ...place, name };
  await deleteAt(parts, { place: old });
  if (!(await isGone(parts, old, prepared.file))) return undefined;
  return {
    verb: 'create',
    ifNotDone: l10n.t('“{0}” was deleted but not re-created. Deploy the file to create it.', name),
  };
}

/** What could not be re-created is not deleted. */
async function canBeSent(parts: Parts, { file, request }: PreparedFile): Promise<boolean> {
  const looked = await lookAtSources(request.placeholders, placeholderReaders(parts, file));
  if (looked.kind !== 'unusable') return true;
  await say.error(`${l10n.t('Nothing was deleted or sent.')} ${looked.reason}`);
  return false;
}

async function askReplace(name: string, { fixed }: CompareResult): Promise<boolean> {
  const replace = l10n.t('Delete and Re-create…');
  const changed = describePlaces(fixed);
  const question =
    fixed.length === 1
      ? l10n.t("Atlas can't change {changed} of the existing connection “{name}”.", { name, changed })
      : l10n.t("Atlas can't change these properties of the existing connection “{name}”: {changed}.", {
          name,
          changed,
        });
  const detail = l10n.t(
    'Change the file back to what Atlas has, or delete the connection and create it again. You confirm each step.',
  );
  return (await say.warning(question, { modal: true, detail }, replace)) === replace;
}

/** Whether it is; where it is not and might be thought to be, that is said. */
async function isGone(parts: Parts, place: ConnectionPlace, file: Uri): Promise<boolean> {
  const { name } = place;
  const left = await readDeployed(parts, place, file);
  if (left === undefined) {
    await say.warning(
      l10n.t("“{0}” was not re-created: Atlas didn't confirm that it was deleted. Deploy the file to continue.", name),
    );
  } else if (left !== 'absent' && left.state === 'DELETING') {
    await say.warning(
      l10n.t('“{0}” is still being deleted, so it was not re-created. Deploy the file once it is gone.', name),
    );
  }
  return left === 'absent';
}
