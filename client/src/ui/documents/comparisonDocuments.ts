// The sides of a diff that are no files, as read-only documents that exist only in the editor.
import { commands, l10n, type Uri } from 'vscode';
import type { CompareResult } from '../../../../server/src/deployedProtocol.ts';
import type { Place } from '../../core/place.ts';
import type { PreparedFile } from '../askPrepared.ts';
import { createVirtualDocuments, type VirtualDocuments } from './virtualDocuments.ts';

/** What a diff shows: a file as it was, beside the connection that Atlas had under its name. */
export interface ShownComparison {
  readonly prepared: PreparedFile;
  readonly place: Place;
  readonly result: CompareResult;
}

export type ComparisonDocuments = VirtualDocuments<ShownComparison>;

/** JSON, not connection files: nothing in the editor may offer to send what is only shown. */
export function createComparisonDocuments(): ComparisonDocuments {
  return createVirtualDocuments({
    scheme: 'streamconn-compare',
    title: l10n.t('Compare'),
    extension: '.json',
    language: 'json',
    gone: l10n.t('This comparison is no longer kept. Compare again.'),
  });
}

/** Files as a pull would write them: a scheme of their own because the buttons of a comparison don't apply to them. */
export function createPulledDocuments(): VirtualDocuments {
  return createVirtualDocuments({
    scheme: 'streamconn-pulled',
    title: l10n.t('Pull'),
    extension: '.json',
    language: 'json',
    gone: l10n.t('This comparison is no longer kept. Pull again.'),
  });
}

/** Opens the diff editor. */
export async function showDiff(left: Uri, right: Uri, title: string): Promise<void> {
  await commands.executeCommand('vscode.diff', left, right, title, { preview: true });
}
