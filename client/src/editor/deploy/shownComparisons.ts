// The diffs of files and their connections that are open: shown, found again by their buttons, and closed when they are stale.

import { isDeepStrictEqual } from 'node:util';
import { l10n, type Tab, TabInputTextDiff, type Uri, window } from 'vscode';
import type { CompareResult } from '../../../../server/src/deployedProtocol.ts';
import { isSameTarget, type StreamTarget } from '../../core/atlas/endpoint.ts';
import type { Place } from '../../core/place.ts';
import { describeFile } from '../files/describeFile.ts';
import { keepTab } from '../files/keepTab.ts';
import type { Uses } from '../services.ts';
import { refuse } from '../window/ask.ts';
import { showDiff } from '../window/virtualDocuments.ts';
import type { PreparedFile } from './askPrepared.ts';

/** What a diff shows: a file as it was, beside the connection that Atlas had under its name. */
export interface ShownComparison {
  readonly prepared: PreparedFile;
  readonly place: Place;
  readonly result: CompareResult;
}

/** Atlas on the left, the file on the right, both as they were compared and read-only; in the place of an older diff of the two. */
export async function showComparison(services: Uses<'comparisons'>, shown: ShownComparison): Promise<void> {
  const { file, name } = shown.prepared;
  const { result } = shown;
  await closeComparisons(services, shown.place, name, file);
  const left = services.comparisons.keep(l10n.t('{0} in Atlas', name), result.deployed);
  const right = services.comparisons.keep(l10n.t('{0} in the file', name), result.file, shown);
  await keepTab(file);
  await showDiff(left, right, l10n.t('{name} in Atlas ↔ {file}', { name, file: describeFile(file) }));
}

/** What the diff at `uri` compares; without `uri`, the active one. */
export async function shownComparison(services: Uses<'comparisons'>, uri: Uri | undefined): Promise<ShownComparison> {
  const { activeTab } = window.tabGroups.activeTabGroup;
  const side = uri ?? (activeTab && rightOf(activeTab));
  const shown = side && services.comparisons.about(side);
  return shown ?? refuse(l10n.t('This comparison is no longer kept. Compare the file with Atlas again.'));
}

/** Whether the file still says what the diff shows. */
export function isAsShown({ prepared: { name, request } }: ShownComparison, now: PreparedFile): boolean {
  return name === now.name && isDeepStrictEqual(request.body, now.request.body);
}

/** Closes the diffs that are no longer true: those of a connection or, with `file`, only that of the two. */
export async function closeComparisons(
  services: Uses<'comparisons'>,
  target: StreamTarget,
  name: string,
  file?: Uri,
): Promise<void> {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  const stale = tabs.filter((tab) => {
    const right = rightOf(tab);
    const shown = right && services.comparisons.about(right);
    if (!shown || shown.prepared.name !== name) return false;
    const { place, prepared } = shown;
    return isSameTarget(place, target) && (!file || prepared.file.toString() === file.toString());
  });
  if (stale.length > 0) await window.tabGroups.close(stale);
}

function rightOf({ input }: Tab): Uri | undefined {
  return input instanceof TabInputTextDiff ? input.modified : undefined;
}
