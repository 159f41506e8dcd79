// Goes on from a diff of a file and its connection: the file's editor gets what Atlas has.

import { l10n, Uri } from 'vscode';
import type { JsonObject } from '../../core/json.ts';
import { changeText, wholeOf } from '../files/changeText.ts';
import { openText } from '../files/liveText.ts';
import { sayNotChanged } from '../files/sayRefused.ts';
import { showFile } from '../files/showFile.ts';
import { filePath } from '../files/workspaceFile.ts';
import { lookAround } from '../pull/lookAround.ts';
import { tooDeep } from '../pull/pulledFile.ts';
import type { Uses } from '../services.ts';
import { lookFor, refuse } from '../window/ask.ts';
import { say } from '../window/say.ts';
import { askUnchecked } from './askPrepared.ts';
import { compareAt } from './compareWithAtlas.ts';
import { compareWithDeployed } from './comparison.ts';
import type { Deploying } from './deploying.ts';
import { closeComparisons, isAsShown, type ShownComparison, shownComparison } from './shownComparisons.ts';

/** `uri` is a side of the diff; without it, the diff is the active editor. The edit can be undone, and is not saved. */
export async function useAtlasVersion(services: Deploying, uri: Uri | undefined): Promise<void> {
  const shown = await shownComparison(services, uri);
  const { place, prepared: before } = shown;
  await openText(before.file);
  const prepared = await askUnchecked(services, before.file, before.name);
  const found = await compareWithDeployed(services, place, prepared, prepared.file);
  const isSame =
    found.kind === 'compared' && isAsShown(shown, prepared) && found.result.deployed === shown.result.deployed;
  if (isSame) {
    await writeInto(services, shown, found.connection);
    return;
  }
  await say.warning(
    l10n.t('The file or the connection in Atlas has changed, so the file was not changed. This is how it is now.'),
  );
  await compareAt(services, place, prepared, prepared.file);
}

/** What the file names its secrets stays, as in a pull. */
async function writeInto(
  services: Uses<'comparisons' | 'fileOf' | 'forgetRefusal' | 'log' | 'secrets'>,
  { place, prepared: { file, name } }: ShownComparison,
  connection: JsonObject,
): Promise<void> {
  const document = await openText(file);
  if (!document) return;
  const { version } = document;
  const folder = file.scheme === 'untitled' ? undefined : Uri.joinPath(file, '..');
  const around = await lookFor(l10n.t('Looking at the connection files there are…'), (signal) =>
    lookAround(services, folder, signal),
  );
  const made = await around.makeFile(connection, document.getText());
  if (!made) return refuse(tooDeep(connection));
  if (!(await showFile(services, file, { preview: false }))) return;
  const isAsBefore = document.version === version;
  const changed = isAsBefore ? await changeText(document, wholeOf(document), made.text) : undefined;
  if (changed?.kind === 'refused') await sayNotChanged(services, { file, refused: changed });
  if (!changed) await say.error(l10n.t("{0} couldn't be changed. Try again.", filePath(file)));
  if (changed?.kind !== 'done') return;
  services.forgetRefusal(file.toString());
  await closeComparisons(services, place, name, file);
}
