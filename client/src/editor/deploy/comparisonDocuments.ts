// The sides of a diff of a file and its connection, as read-only documents that exist only in the editor.
import { l10n } from 'vscode';
import type { CompareResult } from '../../../../server/src/deployedProtocol.ts';
import type { Place } from '../../core/place.ts';
import { createVirtualDocuments, type VirtualDocuments } from '../window/virtualDocuments.ts';
import type { PreparedFile } from './askPrepared.ts';

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
