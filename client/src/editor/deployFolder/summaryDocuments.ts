// What came of deployments, as read-only documents that exist only in the editor.
import { l10n } from 'vscode';
import { createVirtualDocuments, type VirtualDocuments } from '../window/virtualDocuments.ts';

export function createSummaryDocuments(): VirtualDocuments {
  return createVirtualDocuments({
    scheme: 'streamconn-summary',
    title: l10n.t('Deployed'),
    extension: '.txt',
    language: 'plaintext',
    gone: l10n.t('This summary is no longer kept.'),
  });
}
