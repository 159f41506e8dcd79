// Shows the request that the open connection file would make of Atlas, every secret masked.
import type { Uri } from 'vscode';
import { previewRequest as toPreview } from '../../core/export/preview.ts';
import type { Uses } from '../services.ts';
import { prepareExport } from './exportRequest.ts';

/** `uri` is the file's; without it, an open one is found. Needs neither a credential nor a target. */
export async function previewRequest(
  services: Uses<'credentials' | 'prepareRequest' | 'previews' | 'targets' | 'userAgent' | 'workspaceState'>,
  uri: Uri | undefined,
): Promise<void> {
  const { request, name, signedBy } = await prepareExport(services, uri);
  await services.previews.show(name, toPreview(request, { userAgent: services.userAgent, signedBy }));
}
