// The Connections view in VS Code: draws the tree, and draws it anew when something has changed.

import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  workspace,
} from 'vscode';
import type { Place } from '../../core/place.ts';
import type { AtlasSessions } from '../credentials/atlasSessions.ts';
import type { CredentialStore } from '../credentials/credentialStore.ts';
import { inBackground } from '../languageServer/attempt.ts';
import type { ExchangeLog } from '../window/exchangeLog.ts';
import { describeWait } from '../window/progress.ts';
import { createConnectionsTree } from './connectionsTree.ts';
import { describeNode } from './describeNode.ts';
import type { ParentNode, ViewNode } from './nodes.ts';
import { createShownInstances } from './shownInstances.ts';

export interface ConnectionsView extends Disposable {
  /** Loads anew what is open below the node; without one, all of it. */
  refresh(parent?: ParentNode): void;
  /** The same for an instance, below each credential by which it has been shown. */
  refreshInstance(place: Place): void;
  /** Cancels all that is being loaded. */
  cancel(): void;
}

/** Registers the view; nothing is asked of Atlas before a person opens a node of it. */
export function createConnectionsView(
  credentials: CredentialStore,
  atlas: AtlasSessions,
  log: Pick<ExchangeLog, 'bug'>,
): ConnectionsView {
  const changed = new EventEmitter<ViewNode | undefined>();
  const shown = createShownInstances();
  const tree = createConnectionsTree({
    credentials: credentials.list,
    atlas,
    isTrusted: () => workspace.isTrusted,
    onLoading: (isLoading) => {
      if (!isLoading) view.message = '';
      const setting = commands.executeCommand('setContext', 'streamconn.isLoading', isLoading);
      inBackground(log, 'connectionsView', setting);
    },
    onWait: (wait) => {
      const again = l10n.t('Trying again in {0} s.', Math.ceil(wait.milliseconds / 1000));
      view.message = `${describeWait(wait)} ${again}`;
    },
  });
  const view = window.createTreeView<ViewNode>('streamconn.connections', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: toItem,
      getChildren: async (node) => {
        const children = await tree.children(node);
        shown.note(node, children);
        return [...children];
      },
    },
  });
  const refresh = (node?: ViewNode) => changed.fire(node);
  const listening = [credentials.onDidChangeList(() => refresh()), workspace.onDidGrantWorkspaceTrust(() => refresh())];
  return {
    refresh,
    refreshInstance: (place) => {
      for (const instance of shown.find(place)) refresh(instance);
    },
    cancel: tree.cancel,
    dispose: () => {
      tree.cancel();
      for (const part of [view, changed, ...listening]) part.dispose();
    },
  };
}

function toItem(node: ViewNode): TreeItem {
  const look = describeNode(node);
  const { None, Collapsed } = TreeItemCollapsibleState;
  const item = new TreeItem(look.label, look.canOpen ? Collapsed : None);
  item.id = look.id;
  item.description = look.description;
  item.iconPath = new ThemeIcon(look.icon, look.color ? new ThemeColor(look.color) : undefined);
  item.tooltip = look.tooltip;
  item.accessibilityInformation = { label: look.spoken };
  item.contextValue = look.context;
  if (look.retries) {
    item.command = { command: 'streamconn.refreshConnections', title: l10n.t('Try Again'), arguments: [node] };
  }
  return item;
}
