// All documents that exist only in the editor.

import { createPreviewDocuments } from './copyRequest/previewDocuments.ts';
import { type ComparisonDocuments, createComparisonDocuments } from './deploy/comparisonDocuments.ts';
import { createResponseDocuments } from './deploy/responseDocuments.ts';
import { createSummaryDocuments } from './deployFolder/summaryDocuments.ts';
import { createPulledDocuments } from './pull/pulledDocuments.ts';
import type { VirtualDocuments } from './window/virtualDocuments.ts';

export interface Documents {
  /** What Atlas answered. */
  readonly responses: VirtualDocuments;
  /** Requests before they are sent. */
  readonly previews: VirtualDocuments;
  /** What came of deployments. */
  readonly summaries: VirtualDocuments;
  /** Sides of a diff: a connection that Atlas has, and a file. */
  readonly comparisons: ComparisonDocuments;
  /** Files as a pull would write them. */
  readonly pulled: VirtualDocuments;
}

export function createDocuments(): Documents {
  return {
    responses: createResponseDocuments(),
    previews: createPreviewDocuments(),
    summaries: createSummaryDocuments(),
    comparisons: createComparisonDocuments(),
    pulled: createPulledDocuments(),
  };
}
