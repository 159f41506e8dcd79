// The instances that stand in the Connections view now, so that those can be drawn anew that an action has changed.
import type { Place } from '../../core/place.ts';
import { type InstanceNode, idOf, type ViewNode } from './nodes.ts';

export interface ShownInstances {
  /** What stands below `parent` from now on, or at the top; what is gone with that is forgotten. */
  note(parent: ViewNode | undefined, children: readonly ViewNode[]): void;
  /** The nodes of one instance: one for each credential of the same Atlas that shows it. */
  find(place: Place): readonly InstanceNode[];
}

export function createShownInstances(): ShownInstances {
  const shown = new Map<string, InstanceNode>();
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
      }
    },
    find: (place) =>
      [...shown.values()].filter(
        (node) =>
          node.groupId === place.groupId &&
          node.tenantName === place.tenantName &&
          node.credential.host === place.credential.host,
      ),
  };
}

/** Whether the instance is the node, or stands below it. */
function holds(node: ViewNode, { credential, groupId, tenantName }: Place): boolean {
  switch (node.kind) {
    case 'credential':
      return node.credential.id === credential.id;
    case 'project':
      return node.credential.id === credential.id && node.groupId === groupId;
    case 'instance':
      return node.credential.id === credential.id && node.groupId === groupId && node.tenantName === tenantName;
    default:
      return false;
  }
}
