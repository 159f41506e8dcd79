// What Atlas answered, as read-only documents that exist only in the editor.
import { l10n } from 'vscode';
import { createVirtualDocuments, type VirtualDocuments } from '../window/virtualDocuments.ts';

export function createResponseDocuments(): VirtualDocuments {
  return createVirtualDocuments({
    scheme: 'streamconn-response',
    title: l10n.t('Atlas answered'),
    extension: '.json',
    language: 'json',
    gone: l10n.t('This answer is no longer kept.'),
  });
}
