// What the Connections view shows, as plain data: credential → project → stream instance → connection.
import type { JsonObject } from '../core/json.ts';
import type { CredentialEntry } from '../credentials/credentialStore.ts';

/** Where an instance is, and by which credential it is seen. */
export interface InstanceAddress {
  readonly credentialId: string;
  readonly groupId: string;
  /** The project's id where its name is not known. */
  readonly projectName: string;
  readonly tenantName: string;
}

/** Where one connection is. */
export interface ConnectionAddress extends InstanceAddress {
  readonly name: string;
}

export interface CredentialNode {
  readonly kind: 'credential';
  readonly credentialId: string;
  readonly label: string;
  readonly host: string;
  readonly isGone: boolean;
}

export interface ProjectNode {
  readonly kind: 'project';
  readonly credentialId: string;
  readonly groupId: string;
  readonly projectName: string;
}

export interface InstanceNode extends InstanceAddress {
  readonly kind: 'instance';
  readonly region: string | undefined;
}

export interface ConnectionNode extends ConnectionAddress {
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

export function credentialNode({ id, label, host, isGone }: CredentialEntry): CredentialNode {
  return makeNode({ kind: 'credential', credentialId: id, label, host, isGone: isGone === true });
}

/** A connection of `instance` as Atlas lists it. */
export function connectionNode(instance: InstanceNode, { name, type, state, region }: JsonObject): ConnectionNode {
  const { credentialId, groupId, projectName, tenantName } = instance;
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  return makeNode({
    kind: 'connection',
    credentialId,
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
export function credentialIdOf(node: ViewNode): string {
  return 'parent' in node ? node.parent.credentialId : node.credentialId;
}

/** Text that is the same for the same thing after every refresh, and different for any two things. */
export function idOf(node: ViewNode): string {
  if ('parent' in node) return JSON.stringify([idOf(node.parent), node.kind]);
  if (node.kind === 'credential') return JSON.stringify([node.credentialId]);
  if (node.kind === 'project') return JSON.stringify([node.credentialId, node.groupId]);
  return node.kind === 'instance' ? instanceId(node) : connectionId(node);
}

/** The id that the instance's node has. */
export function instanceId({ credentialId, groupId, tenantName }: InstanceAddress): string {
  return JSON.stringify([credentialId, groupId, tenantName]);
}

/** The id that the connection's node has. */
export function connectionId({ credentialId, groupId, tenantName, name }: ConnectionAddress): string {
  return JSON.stringify([credentialId, groupId, tenantName, name]);
}
