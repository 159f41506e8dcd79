// Requests as they would be sent, as read-only documents that exist only in the editor.
import { l10n } from 'vscode';
import { createVirtualDocuments, type VirtualDocuments } from '../window/virtualDocuments.ts';

/** Plain text, not `.http`: nothing in the editor may offer to send what is only shown. */
export function createPreviewDocuments(): VirtualDocuments {
  return createVirtualDocuments({
    scheme: 'streamconn-preview',
    title: l10n.t('Request for'),
    extension: '.txt',
    language: 'plaintext',
    gone: l10n.t('This preview is no longer kept. Run “Stream Connection: Preview Request” again.'),
  });
}
