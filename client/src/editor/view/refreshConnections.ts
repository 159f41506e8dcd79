// Loads the Connections view anew: all of it, or what is below one node of it.
import type { Uses } from '../services.ts';
import type { ViewNode } from './nodes.ts';

/** With a node, as menus and clicks give it: the node, or what a remark is about. */
export async function refreshConnections({ view }: Uses<'view'>, node: ViewNode | undefined): Promise<void> {
  if (!node) view.refresh();
  else if (node.kind === 'connection') view.refreshInstance(node);
  else view.refresh('parent' in node ? node.parent : node);
}
