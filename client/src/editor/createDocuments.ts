// All documents that exist only in the editor, each read-only.
import { l10n } from 'vscode';
import type { ShownComparison } from './deploy/shownComparisons.ts';
import { createVirtualDocuments, type VirtualDocuments } from './window/virtualDocuments.ts';

export interface Documents {
  /** What Atlas answered. */
  readonly responses: VirtualDocuments;
  /** Requests before they are sent. */
  readonly previews: VirtualDocuments;
  /** What came of deployments. */
  readonly summaries: VirtualDocuments;
  /** Sides of a diff: a connection that Atlas has, and a file. */
  readonly comparisons: VirtualDocuments<ShownComparison>;
  /** Files as a pull would write them. */
  readonly pulled: VirtualDocuments;
}

/** Plain text and JSON, no connection files: nothing in the editor may offer to send what is only shown. */
const text = { extension: '.txt', language: 'plaintext' };
const json = { extension: '.json', language: 'json' };

export function createDocuments(): Documents {
  return {
    responses: createVirtualDocuments({
      ...json,
      scheme: 'streamconn-response',
      title: l10n.t('Atlas answered'),
      gone: l10n.t('This answer is no longer kept.'),
    }),
    previews: createVirtualDocuments({
      ...text,
      scheme: 'streamconn-preview',
      title: l10n.t('Request for'),
      gone: l10n.t('This preview is no longer kept. Run “Stream Connection: Preview Request” again.'),
    }),
    summaries: createVirtualDocuments({
      ...text,
      scheme: 'streamconn-summary',
      title: l10n.t('Deployed'),
      gone: l10n.t('This summary is no longer kept.'),
    }),
    comparisons: createVirtualDocuments({
      ...json,
      scheme: 'streamconn-compare',
      title: l10n.t('Compare'),
      gone: l10n.t('This comparison is no longer kept. Compare again.'),
    }),
    // A scheme of their own, because the buttons of a comparison don't apply to them.
    pulled: createVirtualDocuments({
      ...json,
      scheme: 'streamconn-pulled',
      title: l10n.t('Pull'),
      gone: l10n.t('This comparison is no longer kept. Pull again.'),
    }),
  };
}
