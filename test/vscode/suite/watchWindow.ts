// Keeps hold of what the extension puts into the window when it starts: its view's contents, its items of the status bar.
import { type StatusBarItem, type TreeDataProvider, window } from 'vscode';
import type { ViewNode } from '../../../client/src/editor/view/nodes.ts';
import { poll } from './poll.ts';

const providers: TreeDataProvider<ViewNode>[] = [];
const items: { readonly item: StatusBarItem; isShown: boolean }[] = [];

const { createTreeView, createStatusBarItem } = window;
Object.assign(window, {
  createTreeView: (id: string, options: { treeDataProvider: TreeDataProvider<ViewNode> }) => {
    if (id === 'streamconn.connections') providers.push(options.treeDataProvider);
    return createTreeView(id, options);
  },
  createStatusBarItem: (...args: Parameters<typeof createStatusBarItem>) => {
    const item = createStatusBarItem(...args);
    const watched = { item, isShown: false };
    items.push(watched);
    const { show, hide } = item;
    return Object.assign(item, {
      show: () => {
        watched.isShown = true;
        show.call(item);
      },
      hide: () => {
        watched.isShown = false;
        hide.call(item);
      },
    });
  },
});

/** What the Connections view is filled by. */
export function connectionsProvider(): Promise<TreeDataProvider<ViewNode>> {
  return poll('the Connections view', () => providers[0]);
}

/** What the status bar says of waiting; undefined where it says nothing. */
export function shownWait(): StatusBarItem | undefined {
  return items.find(({ item, isShown }) => isShown && item.id.includes('streamconn.waiting'))?.item;
}

/** The nodes below the one at the end of the path of labels, as they are when they are opened. */
export async function openNodes(...path: readonly string[]): Promise<readonly ViewNode[]> {
  const provider = await connectionsProvider();
  let nodes = (await provider.getChildren()) ?? [];
  for (const label of path) {
    const labels = await Promise.all(nodes.map(async (node) => (await provider.getTreeItem(node)).label));
    const node = nodes[labels.indexOf(label)];
    if (!node) throw new Error(`No ${label} among ${labels.join(', ')}`);
    nodes = (await provider.getChildren(node)) ?? [];
  }
  return nodes;
}
