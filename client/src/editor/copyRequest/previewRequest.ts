// Shows the request that the open connection file would make of Atlas, every secret masked.
import type { Uri } from 'vscode';
import { previewRequest as toPreview } from '../../core/export/preview.ts';
import type { Parts } from '../parts.ts';
import { prepareExport } from './exportRequest.ts';

/** `uri` is the file's; without it, an open one is found. Needs neither a credential nor a target. */
export async function previewRequest(parts: Parts, uri: Uri | undefined): Promise<void> {
  const { request, name, signedBy } = await prepareExport(parts, uri);
  await parts.previews.show(name, toPreview(request, { userAgent: parts.userAgent, signedBy }));
}
