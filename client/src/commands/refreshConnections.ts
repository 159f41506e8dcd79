// Loads the Connections view anew: all of it, or what is below one node of it.
import type { Uri } from 'vscode';
import type { Parts } from '../parts.ts';
import { isNode } from '../view/nodes.ts';

/** With a node, as menus and clicks give it: the node, or what a remark is about. */
export async function refreshConnections({ view }: Parts, _: Uri | undefined, node?: unknown): Promise<void> {
  if (!isNode(node)) view.refresh();
  else if (node.kind === 'connection') view.refreshInstance(node);
  else view.refresh('parent' in node ? node.parent : node);
}
