// The sides of a diff that are no files, as read-only documents that exist only in the editor.
import { commands, l10n, type Uri } from 'vscode';
import { createVirtualDocuments, type VirtualDocuments } from './virtualDocuments.ts';

/** JSON, not connection files: nothing in the editor may offer to send what is only shown. */
export function createComparisonDocuments(): VirtualDocuments {
  return createVirtualDocuments({
    scheme: 'streamconn-compare',
    title: l10n.t('Compare'),
    extension: '.json',
    language: 'json',
    gone: l10n.t('This comparison is no longer kept. Compare again.'),
  });
}

/** Opens the diff editor. */
export async function showDiff(left: Uri, right: Uri, title: string): Promise<void> {
  await commands.executeCommand('vscode.diff', left, right, title, { preview: true });
}
