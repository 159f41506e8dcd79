// The commands of the Connections view itself.
import { l10n } from 'vscode';
import type { ConnectionPlace } from '../../core/place.ts';
import type { Uses } from '../services.ts';
import { putOnClipboard } from '../window/clipboard.ts';
import { say } from '../window/say.ts';
import type { ViewNode } from './nodes.ts';

/** With a node, as menus and clicks give it: the node, or what a remark is about. */
export async function refreshConnections({ view }: Uses<'view'>, node: ViewNode | undefined): Promise<void> {
  if (!node) view.refresh();
  else if (node.kind === 'connection') view.refreshInstance(node);
  else view.refresh('parent' in node ? node.parent : node);
}

/** Copies the name of a connection in the view. */
export async function copyConnectionName(services: Uses<'log'>, node: ConnectionPlace | undefined): Promise<void> {
  if (node) await putOnClipboard(services, node.name);
  else await say.error(l10n.t('Choose a connection in the Connections view: its menu copies its name.'));
}
