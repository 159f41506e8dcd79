// What stands below each node of the Connections view: asked of Atlas when the node is opened, and not before.

import * as l10n from '@vscode/l10n';
import type { AtlasClient } from '../../core/atlas/atlasClient.ts';
import type { Outcome } from '../../core/atlas/outcome.ts';
import type { Call, Wait } from '../../core/atlas/retry.ts';
import { untilAborted } from '../../core/atlas/waiting.ts';
import { type Failure, isTargetMissing } from '../../core/failure.ts';
import { describeFailure } from '../../core/failureText.ts';
import type { CredentialEntry } from '../../core/place.ts';
import type { AtlasSessions } from '../credentials/atlasSessions.ts';
import {
  type CredentialNode,
  connectionNode,
  credentialNode,
  type InstanceNode,
  makeNode,
  type ParentNode,
  type ProjectNode,
  type RemarkNode,
  type ViewNode,
} from './nodes.ts';

export interface TreeOptions {
  /** The credentials, in the order in which they are shown; read again each time. */
  readonly credentials: () => Promise<readonly CredentialEntry[]>;
  readonly atlas: Pick<AtlasSessions, 'open'>;
  /** While it says no, nothing is shown and nothing is asked. */
  readonly isTrusted: () => boolean;
  /** Called when loading begins, and when all of it has ended. */
  readonly onLoading: (isLoading: boolean) => void;
  /** Called before each wait for Atlas. */
  readonly onWait: (wait: Wait) => void;
}

export interface ConnectionsTree {
  /** Without a node, the credentials. What fails is one node that says why. */
  children(node?: ViewNode): Promise<readonly ViewNode[]>;
  /** Cancels all that is being loaded. */
  cancel(): void;
}

type Below = Promise<Outcome<readonly ViewNode[]>>;

export function createConnectionsTree(options: TreeOptions): ConnectionsTree {
  const { credentials, atlas, isTrusted, onLoading, onWait } = options;
  const loading = new Set<AbortController>();

  async function load(parent: ParentNode): Promise<readonly ViewNode[]> {
    const { credential } = parent;
    const isThere = (await credentials()).some(({ id }) => id === credential.id);
    if (!isThere) return [failure(parent, l10n.t('This credential was removed.'))];
    const controller = new AbortController();
    const { signal } = controller;
    if (loading.size === 0) onLoading(true);
    loading.add(controller);
    try {
      const session = await untilAborted(atlas.open(credential), signal);
      const outcome = session.kind === 'open' ? await below(parent, session.client, { signal, onWait }) : session;
      if (outcome.kind !== 'ok') return [failure(parent, whyNothing(outcome))];
      return outcome.value.length > 0 ? outcome.value : [empty(parent)];
    } finally {
      loading.delete(controller);
      if (loading.size === 0) onLoading(false);
    }
  }

  return {
    children: async (node) => {
      if (!isTrusted()) return [];
      if (!node) return (await credentials()).map(credentialNode);
      return node.kind === 'credential' || node.kind === 'project' || node.kind === 'instance' ? load(node) : [];
    },
    cancel: () => {
      for (const controller of loading) controller.abort();
    },
  };
}

function below(parent: ParentNode, client: AtlasClient, call: Call): Below {
  switch (parent.kind) {
    case 'credential':
      return projects(parent, client, call);
    case 'project':
      return instances(parent, client, call);
    case 'instance':
      return connections(parent, client, call);
  }
}

async function projects({ credential }: CredentialNode, client: AtlasClient, call: Call): Below {
  const found = sorted(await client.listProjects(call));
  return each(found, ({ id, name }) => makeNode({ kind: 'project', credential, groupId: id, projectName: name }));
}

async function instances({ credential, groupId, projectName }: ProjectNode, client: AtlasClient, call: Call): Below {
  const found = sorted(await client.listStreamInstances(groupId, call));
  return each(found, ({ name, region }) =>
    makeNode({ kind: 'instance', credential, groupId, projectName, tenantName: name, region }),
  );
}

async function connections(instance: InstanceNode, client: AtlasClient, call: Call): Below {
  const found = await client.listConnections(instance, call);
  if (found.kind !== 'ok') return found;
  const named = found.value.flatMap((item) => (typeof item.name === 'string' ? [{ ...item, name: item.name }] : []));
  return each(sorted({ kind: 'ok', value: named }), (item) => connectionNode(instance, item));
}

/** By name; one that came twice, because the pages of a list moved meanwhile, is there once. */
function sorted<T extends { readonly name: string; readonly id?: unknown }>(
  found: Outcome<readonly T[]>,
): Outcome<readonly T[]> {
  if (found.kind !== 'ok') return found;
  const once = [...new Map(found.value.map((item) => [String(item.id ?? item.name), item])).values()];
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return { kind: 'ok', value: once.sort((a, b) => compare(a.name, b.name)) };
}

function each<T, R>(found: Outcome<readonly T[]>, toResult: (item: T) => R): Outcome<readonly R[]> {
  return found.kind === 'ok' ? { kind: 'ok', value: found.value.map(toResult) } : found;
}

/** Nothing of the view is the target, so that to choose another would not help. */
function whyNothing(failed: Failure): string {
  return isTargetMissing(failed)
    ? l10n.t('No longer in Atlas: refresh the view to see what there is.')
    : describeFailure(failed);
}

function failure(parent: ParentNode, text: string): RemarkNode {
  return makeNode({ kind: 'failure', parent, text });
}

function empty(parent: ParentNode): RemarkNode {
  return makeNode({ kind: 'empty', parent, text: nothingBelow(parent) });
}

function nothingBelow({ kind }: ParentNode): string {
  switch (kind) {
    case 'credential':
      return l10n.t('No project that this credential may see');
    case 'project':
      return l10n.t('No stream instance (workspace) that this credential may see');
    case 'instance':
      return l10n.t('No connection yet');
  }
}
