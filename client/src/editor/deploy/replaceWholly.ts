// What stays as it was created is changed by a new connection only: the old one is deleted for it, each step confirmed.

import { l10n, type Uri } from 'vscode';
import type { CompareResult } from '../../../../server/src/deployedProtocol.ts';
import type { ConnectionPlace, Place } from '../../core/place.ts';
import { lookAtSources } from '../../core/placeholders/look.ts';
import { placeholderReaders } from '../secrets/placeholderReaders.ts';
import type { Uses } from '../services.ts';
import { sayNoAnswer } from '../target/failures.ts';
import { askForDeployed } from '../target/readDeployed.ts';
import { agree, cancel, refuse } from '../window/ask.ts';
import { say } from '../window/say.ts';
import type { PreparedFile } from './askPrepared.ts';
import { describePlaces } from './comparison.ts';
import type { Agreed } from './decideVerb.ts';
import { deleteAt } from './deleteConnection.ts';
import type { Deploying } from './deploying.ts';

/** What to send once the old connection is gone. Where it stays, or that is not known, ends the command. */
export async function replaceWholly(
  services: Deploying,
  place: Place,
  prepared: PreparedFile,
  result: CompareResult,
): Promise<Agreed> {
  const { name } = prepared;
  await checkSources(services, prepared);
  await askReplace(name, result);
  const old = { ...place, name };
  await deleteAt(services, { place: old });
  await checkGone(services, old, prepared.file);
  return {
    verb: 'create',
    ifNotDone: l10n.t('“{0}” was deleted but not re-created. Deploy the file to create it.', name),
  };
}

/** What could not be re-created is not deleted. */
async function checkSources(services: Uses<'secrets'>, { file, request }: PreparedFile): Promise<void> {
  const looked = await lookAtSources(request.placeholders, placeholderReaders(services, file));
  if (looked.kind === 'unusable') await refuse(`${l10n.t('Nothing was deleted or sent.')} ${looked.reason}`);
}

async function askReplace(name: string, { immutable }: CompareResult): Promise<void> {
  const changed = describePlaces(immutable);
  const question =
    immutable.length === 1
      ? l10n.t("Atlas can't change {changed} of the existing connection “{name}”.", { name, changed })
      : l10n.t("Atlas can't change these properties of the existing connection “{name}”: {changed}.", {
          name,
          changed,
        });
  const detail = l10n.t(
    'Change the file back to what Atlas has, or delete the connection and create it again. You confirm each step.',
  );
  await agree('warning', question, detail, l10n.t('Delete and Re-create…'));
}

/** Where it is not, and might be thought to be, that is said. */
async function checkGone(services: Deploying, place: ConnectionPlace, file: Uri): Promise<void> {
  const { name } = place;
  const left = await askForDeployed(services, place);
  if (left.kind === 'ok' && left.value === 'absent') return;
  if (left.kind !== 'ok') {
    await sayNoAnswer(services, left, place, file);
    await say.warning(
      l10n.t("“{0}” was not re-created: Atlas didn't confirm that it was deleted. Deploy the file to continue.", name),
    );
  } else if (left.value !== 'absent' && left.value.state === 'DELETING') {
    await say.warning(
      l10n.t('“{0}” is still being deleted, so it was not re-created. Deploy the file once it is gone.', name),
    );
  }
  cancel();
}
