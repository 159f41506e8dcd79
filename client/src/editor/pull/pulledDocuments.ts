// What a pull would write, as read-only documents that exist only in the editor.
import { l10n } from 'vscode';
import { createVirtualDocuments, type VirtualDocuments } from '../window/virtualDocuments.ts';

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
