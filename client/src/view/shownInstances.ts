// The instances that stand in the Connections view now, so that those can be drawn anew that an action has changed.
import { type InstanceAddress, type InstanceNode, idOf, type ViewNode } from './nodes.ts';

export interface ShownInstances {
  /** What stands below `parent` from now on, or at the top; what is gone with that is forgotten. */
  note(parent: ViewNode | undefined, children: readonly ViewNode[]): void;
  /** The nodes of one instance: one for each credential of the same Atlas that shows it. */
  find(address: InstanceAddress): readonly InstanceNode[];
}

export function createShownInstances(): ShownInstances {
  const shown = new Map<string, InstanceNode>();
  /** By the id of a credential, which keeps its host. */
  const hosts = new Map<string, string>();
  const hostOf = ({ credentialId }: InstanceAddress) => hosts.get(credentialId);
  const forget = (parent: ViewNode | undefined, children: readonly ViewNode[]) => {
    for (const [id, instance] of shown) {
      const wasBelow = !parent || holds(parent, instance);
      if (wasBelow && !children.some((child) => holds(child, instance))) shown.delete(id);
    }
  };
  return {
    note: (parent, children) => {
      if (parent?.kind === 'instance') return;
      forget(parent, children);
      for (const child of children) {
        if (child.kind === 'instance') shown.set(idOf(child), child);
        if (child.kind === 'credential') hosts.set(child.credentialId, child.host);
      }
    },
    find: (address) =>
      [...shown.values()].filter(
        (node) =>
          node.groupId === address.groupId &&
          node.tenantName === address.tenantName &&
          hostOf(node) === hostOf(address),
      ),
  };
}

/** Whether the instance is the node, or stands below it. */
function holds(node: ViewNode, { credentialId, groupId, tenantName }: InstanceAddress): boolean {
  switch (node.kind) {
    case 'credential':
      return node.credentialId === credentialId;
    case 'project':
      return node.credentialId === credentialId && node.groupId === groupId;
    case 'instance':
      return node.credentialId === credentialId && node.groupId === groupId && node.tenantName === tenantName;
    default:
      return false;
  }
}
