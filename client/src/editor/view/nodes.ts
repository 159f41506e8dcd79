// What the Connections view shows, as plain data: credential → project → stream instance → connection.

import type { JsonObject } from '../../core/json.ts';
import {
  type ConnectionPlace,
  type CredentialEntry,
  connectionKey,
  instanceKey,
  type Place,
} from '../../core/place.ts';

export interface CredentialNode {
  readonly kind: 'credential';
  readonly credential: CredentialEntry;
}

export interface ProjectNode {
  readonly kind: 'project';
  readonly credential: CredentialEntry;
  readonly groupId: string;
  readonly projectName: string;
}

export interface InstanceNode extends Place {
  readonly kind: 'instance';
  readonly region: string | undefined;
}

export interface ConnectionNode extends ConnectionPlace {
  readonly kind: 'connection';
  /** These three as Atlas says them; undefined where it does not. */
  readonly type: string | undefined;
  readonly state: string | undefined;
  readonly region: string | undefined;
}

/** What can be opened. */
export type ParentNode = CredentialNode | ProjectNode | InstanceNode;

/** Says why there is nothing below `parent`: there is nothing in Atlas, or it could not be loaded. */
export interface RemarkNode {
  readonly kind: 'empty' | 'failure';
  readonly parent: ParentNode;
  readonly text: string;
}

export type ViewNode = ParentNode | ConnectionNode | RemarkNode;

/** Every node that was made here. A menu gives it to a command as it is; what merely looks like one is none. */
const made = new WeakSet<object>();

/** The node, frozen, and known from now on. */
export function makeNode<T extends ViewNode>(node: T): T {
  made.add(node);
  return Object.freeze(node);
}

/** Whether a command was called with a node of the view. */
export function isNode(value: unknown): value is ViewNode {
  return typeof value === 'object' && value !== null && made.has(value);
}

/** Whether a command was called with a connection of the view. */
export function isConnectionNode(value: unknown): value is ConnectionNode {
  return isNode(value) && value.kind === 'connection';
}

/** Whether a command was called with an instance of the view. */
export function isInstanceNode(value: unknown): value is InstanceNode {
  return isNode(value) && value.kind === 'instance';
}

export function credentialNode(credential: CredentialEntry): CredentialNode {
  return makeNode({ kind: 'credential', credential });
}

/** A connection of `instance` as Atlas lists it. */
export function connectionNode(instance: InstanceNode, { name, type, state, region }: JsonObject): ConnectionNode {
  const { credential, groupId, projectName, tenantName } = instance;
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  return makeNode({
    kind: 'connection',
    credential,
    groupId,
    projectName,
    tenantName,
    name: String(name),
    type: text(type),
    state: text(state),
    region: text(region),
  });
}

/** The credential by which the node was seen. */
export function credentialOf(node: ViewNode): CredentialEntry {
  return 'parent' in node ? node.parent.credential : node.credential;
}

/** Text that is the same for the same thing after every refresh, and different for any two things. */
export function idOf(node: ViewNode): string {
  if ('parent' in node) return JSON.stringify([idOf(node.parent), node.kind]);
  if (node.kind === 'credential') return JSON.stringify([node.credential.id]);
  if (node.kind === 'project') return JSON.stringify([node.credential.id, node.groupId]);
  return node.kind === 'instance' ? instanceKey(node) : connectionKey(node);
}
