// Opens the file that a diff compares with its connection.
import { l10n, type Uri } from 'vscode';
import { openText } from '../files/liveText.ts';
import { showFile } from '../files/showFile.ts';
import { filePath } from '../files/workspaceFile.ts';
import type { Uses } from '../services.ts';
import { say } from '../window/say.ts';
import { shownComparison } from './shownComparisons.ts';

/** `uri` is a side of the diff; without it, the diff is the active editor. */
export async function openComparedFile(services: Uses<'comparisons' | 'log'>, uri: Uri | undefined): Promise<void> {
  const shown = await shownComparison(services, uri);
  const document = await openText(shown.prepared.file);
  if (document) await showFile(services, document.uri, { preview: false });
  else await say.error(l10n.t('{0} no longer exists.', filePath(shown.prepared.file)));
}
