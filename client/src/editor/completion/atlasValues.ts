// What a project in Atlas has that a connection can name, kept for some minutes and got in the background.
import * as l10n from '@vscode/l10n';
import type { AtlasValue, AtlasValueKind } from '../../../../server/src/protocol.ts';
import type { AtlasClient } from '../../core/atlas/atlasClient.ts';
import type { Outcome } from '../../core/atlas/outcome.ts';
import type { Call } from '../../core/atlas/retry.ts';

export interface AtlasValues {
  /** What is known now. Where that is nothing, or no longer fresh, `load` is begun, and `onLoaded` called at its end. */
  get(key: string, load: Load, onLoaded: () => void): Known;
  /** All; what has been asked for and not come yet is canceled. */
  forget(): void;
}

export type Load = (signal: AbortSignal) => Promise<readonly AtlasValue[] | undefined>;

export type Known = { readonly kind: 'known'; readonly values: readonly AtlasValue[] } | { readonly kind: 'loading' };

/** Milliseconds. */
const fresh = 300_000;

/** Milliseconds until Atlas is asked again where it gave nothing. */
const patience = 60_000;

interface Kept {
  readonly values: readonly AtlasValue[];
  readonly until: number;
}

/** `onError` is called if loading throws; `now` gives milliseconds. */
export function createAtlasValues(onError: (error: unknown) => void, now: () => number = Date.now): AtlasValues {
  let kept = new Map<string, Kept>();
  let loading = new Set<string>();
  let stop = new AbortController();

  async function begin(key: string, load: Load, onLoaded: () => void) {
    // What comes after it was to be forgotten goes where nobody looks.
    const [into, from] = [kept, loading];
    from.add(key);
    let values: readonly AtlasValue[] | undefined;
    try {
      values = await load(stop.signal);
    } finally {
      from.delete(key);
      into.set(key, { values: values ?? [], until: now() + (values ? fresh : patience) });
    }
    if (values) onLoaded();
  }

  return {
    get: (key, load, onLoaded) => {
      const found = kept.get(key);
      if (found && now() < found.until) return { kind: 'known', values: found.values };
      if (!loading.has(key)) begin(key, load, onLoaded).catch(onError);
      return { kind: 'loading' };
    },
    forget: () => {
      stop.abort();
      stop = new AbortController();
      kept = new Map();
      loading = new Set();
    },
  };
}

const loaders: Readonly<
  Record<AtlasValueKind, (client: AtlasClient, groupId: string, call: Call) => Promise<Outcome<readonly AtlasValue[]>>>
> = {
  clusters: async (client, groupId, call) =>
    map(await client.listClusters(groupId, call), ({ name, paused, state }) => ({
      value: name,
      detail: words([l10n.t('cluster'), paused ? l10n.t('paused') : undefined, state === 'IDLE' ? undefined : state]),
    })),
  privateLinks: async (client, groupId, call) =>
    map(await client.listPrivateLinks(groupId, call), ({ id, vendor, provider, region, state }) => ({
      value: id,
      detail: words([vendor, provider, region, state]),
    })),
  databaseRoles: async (client, groupId, call) =>
    map(await client.listDatabaseRoles(groupId, call), (value) => ({
      value,
      detail: l10n.t('database role of the project'),
    })),
  awsRoles: async (client, groupId, call) => access(await client.getCloudProviderAccess(groupId, call), 'awsRoles'),
  azureServicePrincipals: async (client, groupId, call) =>
    access(await client.getCloudProviderAccess(groupId, call), 'azureServicePrincipals'),
  gcpServiceAccounts: async (client, groupId, call) =>
    access(await client.getCloudProviderAccess(groupId, call), 'gcpServiceAccounts'),
};

/** Asks Atlas. */
export function loadValues(
  kind: AtlasValueKind,
  client: AtlasClient,
  groupId: string,
  call: Call,
): Promise<Outcome<readonly AtlasValue[]>> {
  return loaders[kind](client, groupId, call);
}

function access<K extends 'awsRoles' | 'azureServicePrincipals' | 'gcpServiceAccounts'>(
  outcome: Outcome<Readonly<Record<K, readonly string[]>>>,
  key: K,
): Outcome<readonly AtlasValue[]> {
  const detail = l10n.t('authorised in the project');
  return outcome.kind === 'ok'
    ? { kind: 'ok', value: outcome.value[key].map((value) => ({ value, detail })) }
    : outcome;
}

function map<T>(outcome: Outcome<readonly T[]>, toValue: (item: T) => AtlasValue): Outcome<readonly AtlasValue[]> {
  return outcome.kind === 'ok' ? { kind: 'ok', value: outcome.value.map(toValue) } : outcome;
}

function words(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' · ');
}
