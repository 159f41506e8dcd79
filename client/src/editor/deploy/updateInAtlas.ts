// Goes on from a diff of a file and its connection: updates that one, or replaces it where it stays as it was created.

import type { Uri } from 'vscode';
import { openText } from '../files/liveText.ts';
import { askPrepared } from './askPrepared.ts';
import type { Agreed } from './decideVerb.ts';
import type { Deploying } from './deploying.ts';
import { replaceWholly } from './replaceWholly.ts';
import { deploy, sayFileChanged } from './sendConnection.ts';
import { isAsShown, shownComparison } from './shownComparisons.ts';

/** `uri` is a side of the diff; without it, the diff is the active editor. What is sent is what it shows, or it is shown again. */
export async function updateInAtlas(services: Deploying, uri: Uri | undefined): Promise<void> {
  const shown = await shownComparison(services, uri);
  const { place, prepared: before, result } = shown;
  await openText(before.file);
  const prepared = await askPrepared(services, before.file, 'update', before.name);
  if (!isAsShown(shown, prepared)) {
    await deploy(services, place, await sayFileChanged(services, prepared));
    return;
  }
  const agreed: Agreed =
    result.immutable.length === 0
      ? { verb: 'update', seen: result }
      : await replaceWholly(services, place, prepared, result);
  await deploy(services, place, { prepared, agreed });
}
