// How nodes of the Connections view look, and how a screen reader says them.
import { expect, test } from 'vitest';
import { describeNode } from '../../../client/src/editor/view/describeNode.ts';
import {
  connectionNode,
  credentialNode,
  type InstanceNode,
  idOf,
  makeNode,
  type ViewNode,
} from '../../../client/src/editor/view/nodes.ts';
import { entryOf } from '../../support/places.ts';

const instance: InstanceNode = {
  kind: 'instance',
  credential: entryOf('1'),
  groupId: '32b6e34b3d91647abb20e7b8',
  projectName: 'Shop',
  tenantName: 'orders',
  region: 'AWS VIRGINIA_USA',
};

const inState = (state: string | undefined) =>
  connectionNode(instance, { name: 'broker', type: 'Kafka', state, region: 'VIRGINIA_USA' });

test.each([
  ['READY', 'pass'],
  ['PENDING', 'sync'],
  ['DELETING', 'trash'],
  ['FAILED', 'error'],
  ['POLISHING', 'plug'],
])('%s is an icon and a word', (state, icon) => {
  const look = describeNode(inState(state));
  expect([look.icon, look.label, look.description]).toEqual([icon, 'broker', `Kafka · ${state} · VIRGINIA_USA`]);
  expect(look.spoken).toBe(`Connection broker, Kafka, state ${state}, region VIRGINIA_USA`);
  expect(look.tooltip).toBe(`broker\nType: Kafka\nState: ${state}\nRegion: VIRGINIA_USA`);
});

test.each(['constructor', '__proto__', 'toString'])('a state that is called %s is one that nobody knows', (state) => {
  expect(describeNode(inState(state)).icon).toBe('plug');
});

test('what Atlas does not say is left out', () => {
  expect(describeNode(connectionNode(instance, { name: 'bare' }))).toMatchObject({
    description: '',
    icon: 'plug',
    spoken: 'Connection bare',
    tooltip: 'bare',
  });
});

test.each<[ViewNode, string, string]>([
  [credentialNode(entryOf('prod')), 'Credential prod for https://cloud.mongodb.com', 'cloud.mongodb.com'],
  [
    credentialNode(entryOf('prod', { isGone: true })),
    'Credential prod for https://cloud.mongodb.com, No longer stored',
    'No longer stored · cloud.mongodb.com',
  ],
  [
    makeNode({ kind: 'project', credential: entryOf('1'), groupId: instance.groupId, projectName: 'Shop' }),
    'Project Shop',
    '',
  ],
  [instance, 'Stream instance, also called workspace, orders, AWS VIRGINIA_USA', 'AWS VIRGINIA_USA'],
  [makeNode({ kind: 'failure', parent: instance, text: 'No.' }), 'No. Click to try again.', ''],
  [makeNode({ kind: 'empty', parent: instance, text: 'No connection yet' }), 'No connection yet', ''],
])('%o is said as “%s”', (node, spoken, description) => {
  expect([describeNode(node).spoken, describeNode(node).description]).toEqual([spoken, description]);
});

test('ids are the same for the same thing, and no two things share one', () => {
  const connection = (tenantName: string, name: string) => connectionNode({ ...instance, tenantName }, { name });
  expect(idOf(inState('PENDING'))).toBe(idOf(inState('READY')));
  expect(idOf(connection('a', 'b","c'))).not.toBe(idOf(connection('a","b', 'c')));
  expect(idOf(connection('a/b', 'c'))).not.toBe(idOf(connection('a', 'b/c')));
  const failure = makeNode({ kind: 'failure', parent: instance, text: 'No.' });
  expect(new Set([idOf(instance), idOf(failure), idOf(connection('orders', 'failure'))]).size).toBe(3);
});
