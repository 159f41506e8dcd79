// What opens below each node of the Connections view, and what is asked of Atlas for it.

import { beforeEach, describe, expect, test } from 'vitest';
import type { AtlasClient } from '../../../client/src/core/atlas/atlasClient.ts';
import type { CredentialEntry } from '../../../client/src/core/place.ts';
import type { OpenResult } from '../../../client/src/editor/credentials/atlasSessions.ts';
import { type ConnectionsTree, createConnectionsTree } from '../../../client/src/editor/view/connectionsTree.ts';
import { describeNode } from '../../../client/src/editor/view/describeNode.ts';
import { idOf, isNode, type ViewNode } from '../../../client/src/editor/view/nodes.ts';
import { useAtlas } from '../../core/atlas/connecting.ts';
import { rateLimited } from '../../sandbox/reply.ts';

const atlas = useAtlas();

let credentials: CredentialEntry[];
let isTrusted: boolean;
let opens: () => OpenResult | Promise<OpenResult>;
let heard: unknown[];
let tree: ConnectionsTree;

beforeEach(() => {
  credentials = [
    { id: '1', kind: 'serviceAccount', host: atlas.sandbox.origin, label: 'prod', publicPart: 'mdb_sa_id' },
  ];
  isTrusted = true;
  heard = [];
  const client = atlas.connect('serviceAccount');
  opens = () => ({ kind: 'open', client });
  tree = createConnectionsTree({
    credentials: async () => credentials,
    isTrusted: () => isTrusted,
    atlas: { open: async () => opens() },
    onLoading: (isLoading) => void heard.push(isLoading),
    onWait: ({ reason }) => void heard.push(reason),
  });
});

const signedInAs = (client: AtlasClient) => {
  opens = () => ({ kind: 'open', client });
};

/** The nodes below the one at the end of the path of labels. */
async function open(...path: readonly string[]): Promise<readonly ViewNode[]> {
  let nodes = await tree.children();
  for (const label of path) {
    const node = nodes.find((candidate) => describeNode(candidate).label === label);
    if (!node) throw new Error(`No ${label} among ${nodes.map((each) => describeNode(each).label).join(', ')}`);
    nodes = await tree.children(node);
  }
  return nodes;
}

const read = (nodes: readonly ViewNode[]) =>
  nodes.map((node) => [describeNode(node).label, describeNode(node).description].filter(Boolean).join(' | '));

const asked = () => atlas.sandbox.requests.filter(({ method }) => method === 'GET').map(({ url }) => url.split('?')[0]);

test('credential, project, stream instance, connections by name', async () => {
  expect(read(await open())).toEqual([`prod | ${atlas.sandbox.origin}`]);
  expect(read(await open('prod'))).toEqual(['Shop', 'Weather']);
  expect(read(await open('prod', 'Shop'))).toEqual(['orders | AWS VIRGINIA_USA', 'payments | AWS DUBLIN_IRL']);
  expect(read(await open('prod', 'Shop', 'orders'))).toEqual([
    'broker | Kafka · READY · VIRGINIA_USA',
    'sample_stream_solar | Sample · READY · VIRGINIA_USA',
    'warehouse | Cluster · READY · VIRGINIA_USA',
    'webhook | Https · READY · VIRGINIA_USA',
  ]);
});

test('a connection knows where it is, which is what a command is called with', async () => {
  const [broker] = await open('prod', 'Shop', 'orders');
  expect(broker).toMatchObject({ credential: { id: '1' }, ...atlas.target(), projectName: 'Shop', name: 'broker' });
  expect([isNode(broker), isNode({ ...broker }), Object.isFrozen(broker)]).toEqual([true, false, true]);
});

test('nothing is asked before a node is opened, and then only what is below it', async () => {
  const [credential] = await tree.children();
  expect(atlas.sandbox.requests).toEqual([]);
  await tree.children(credential);
  expect(asked()).toEqual(['/api/atlas/v2/groups']);
});

test('what stands below nothing is said', async () => {
  expect(read(await open('prod', 'Shop', 'payments'))).toEqual(['No connection yet']);
  const [project] = atlas.sandbox.state.projects.values();
  project?.instances.clear();
  expect(read(await open('prod', 'Shop'))).toEqual(['No stream instance (workspace) that this credential may see']);
  atlas.sandbox.state.projects.clear();
  expect(read(await open('prod'))).toEqual(['No project that this credential may see']);
});

test('five hundred connections and more are all there, sorted as people count, each with an id of its own', async () => {
  const { connections } = atlas.sandbox.state.projects.get(atlas.target().groupId)?.instances.get('orders') ?? {};
  for (let i = 0; i < 520; i++) connections?.set(`topic-${i}`, { type: 'Kafka', name: `topic-${i}`, state: 'READY' });
  const nodes = await open('prod', 'Shop', 'orders');
  expect(nodes).toHaveLength(524);
  expect(new Set(nodes.map(idOf)).size).toBe(524);
  expect(read(nodes).slice(2, 5)).toEqual([
    'topic-0 | Kafka · READY',
    'topic-1 | Kafka · READY',
    'topic-2 | Kafka · READY',
  ]);
  expect(asked().filter((url) => url?.endsWith('/connections'))).toHaveLength(2);
});

test('a connection that comes twice, because the pages moved, is there once', async () => {
  const twice = { type: 'Sample', name: 'same', state: 'READY' };
  atlas.sandbox.fault(
    { kind: 'reply', reply: { status: 200, body: { results: [twice, twice], totalCount: 2 } } },
    ({ url }) => url.includes('/connections'),
  );
  expect(read(await open('prod', 'Shop', 'orders'))).toEqual(['same | Sample · READY']);
});

test('what Atlas leaves out or makes of another kind does no harm', async () => {
  const odd = [{ name: 'bare' }, { name: 'odd', type: 7, state: {}, region: null }, { type: 'Kafka' }];
  atlas.sandbox.fault({ kind: 'reply', reply: { status: 200, body: { results: odd, totalCount: 3 } } }, ({ url }) =>
    url.includes('/connections'),
  );
  expect(read(await open('prod', 'Shop', 'orders'))).toEqual(['bare', 'odd']);
});

describe('what fails is a node that says why, and can be tried again', () => {
  const failure = async (...path: string[]) => {
    const [node, ...others] = await open(...path);
    expect(others).toEqual([]);
    expect(node?.kind).toBe('failure');
    return describeNode(node as ViewNode).label;
  };

  test('no network', async () => {
    await atlas.sandbox.stop();
    expect(await failure('prod')).toMatch(/^Atlas cannot be reached: nothing answers at its address/);
    expect(heard).toEqual([true, 'no connection', 'no connection', 'no connection', false]);
  });

  test('a secret that was changed in Atlas', async () => {
    const credential = { ...atlas.credential('serviceAccount'), clientSecret: 'mdb_sa_sk_wrong' };
    signedInAs(atlas.connect(credential as never));
    expect(await failure('prod')).toMatch(/^Not signed in\. .* Replace the credential and try again\.$/);
  });

  test('a token that has expired is renewed without a word', async () => {
    await open('prod');
    atlas.sandbox.signIn.expireAll();
    expect(read(await open('prod'))).toEqual(['Shop', 'Weather']);
  });

  test('a credential that was removed while its node was open', async () => {
    const [credential] = await tree.children();
    credentials = [];
    const [node] = await tree.children(credential);
    expect(describeNode(node as ViewNode).label).toBe('This credential was removed.');
    expect(atlas.sandbox.requests).toEqual([]);
  });

  test('a credential that is no longer stored', async () => {
    opens = () => ({ kind: 'unavailable', reason: 'No longer stored.', replaceable: true });
    expect(await failure('prod')).toBe('No longer stored.');
  });

  test('an instance that was deleted behind our back', async () => {
    const [orders] = await open('prod', 'Shop');
    atlas.sandbox.state.projects.get(atlas.target().groupId)?.instances.clear();
    const [node] = await tree.children(orders);
    expect(describeNode(node as ViewNode).label).toBe('No longer in Atlas: refresh the view to see what there is.');
  });

  test('the rate limit, after it has waited', async () => {
    atlas.sandbox.fault({ kind: 'reply', reply: rateLimited({ retryAfter: 1 }), times: 9 }, ({ url }) =>
      url.includes('groups'),
    );
    expect(await failure('prod')).toMatch(/^Atlas refused with 429/);
    expect(heard).toEqual([true, 'rate limit', 'rate limit', 'rate limit', false]);
  });

  test('and tried again it is there', async () => {
    opens = () => ({ kind: 'unavailable', reason: 'No longer stored.', replaceable: true });
    const [node] = await open('prod');
    signedInAs(atlas.connect('apiKey'));
    expect(node && 'parent' in node && read(await tree.children(node.parent))).toEqual(['Shop', 'Weather']);
  });
});

test('loading can be cancelled midway: what was loading says so, what was there stays', async () => {
  const nodes = await open('prod');
  atlas.sandbox.fault({ kind: 'silent' }, ({ url }) => url.includes('/streams'));
  const loading = tree.children(nodes[0]);
  await expect.poll(() => asked().some((url) => url?.endsWith('/streams'))).toBe(true);
  tree.cancel();
  expect(read(await loading)).toEqual(['Cancelled. Nothing was done in Atlas.']);
  expect(heard.at(-1)).toBe(false);
  expect(read(await tree.children(nodes[0]))).toEqual(['orders | AWS VIRGINIA_USA', 'payments | AWS DUBLIN_IRL']);
});

test('loading can be canceled while its session is still being opened', async () => {
  const [credential] = await tree.children();
  opens = () => new Promise<OpenResult>(() => undefined);
  const loading = tree.children(credential);
  await expect.poll(() => heard).toEqual([true]);
  tree.cancel();
  expect(read(await loading)).toEqual(['Cancelled. Nothing was done in Atlas.']);
  expect(heard).toEqual([true, false]);
});

test('two nodes that load at once are one loading', async () => {
  const [credential] = await tree.children();
  const [shop, weather] = await tree.children(credential);
  heard.length = 0;
  await Promise.all([tree.children(shop), tree.children(weather)]);
  expect(heard).toEqual([true, false]);
});

test('in a workspace that is not trusted there is nothing, and nothing is asked', async () => {
  const [credential] = await tree.children();
  isTrusted = false;
  expect([await tree.children(), await tree.children(credential)]).toEqual([[], []]);
  expect(atlas.sandbox.requests).toEqual([]);
});
