// Which nodes are drawn anew for an instance: all that show it, and none that is gone.

import { beforeEach, expect, test } from 'vitest';
import {
  type CredentialNode,
  credentialNode,
  type InstanceNode,
  makeNode,
  type ProjectNode,
} from '../../../client/src/editor/view/nodes.ts';
import { createShownInstances, type ShownInstances } from '../../../client/src/editor/view/shownInstances.ts';
import { entryOf } from '../../support/places.ts';

const entries = [entryOf('a'), entryOf('b'), entryOf('gov', { host: 'https://cloud.mongodbgov.com' })];
const project = ({ credential }: CredentialNode, groupId: string): ProjectNode =>
  makeNode({ kind: 'project', credential, groupId, projectName: groupId });
const instance = ({ credential, groupId, projectName }: ProjectNode, tenantName: string): InstanceNode =>
  makeNode({ kind: 'instance', credential, groupId, projectName, tenantName, region: undefined });

const [a, b, gov] = entries.map(credentialNode) as [CredentialNode, CredentialNode, CredentialNode];
const shops = [a, b, gov].map((credential) => project(credential, 'shop')) as [ProjectNode, ProjectNode, ProjectNode];
const orders = shops.map((shop) => instance(shop, 'orders')) as [InstanceNode, InstanceNode, InstanceNode];
const [ofA, ofB, ofGov] = orders;

let shown: ShownInstances;
beforeEach(() => {
  shown = createShownInstances();
  shown.note(undefined, [a, b, gov]);
  for (const [index, shop] of shops.entries()) {
    shown.note([a, b, gov][index], [shop]);
    shown.note(shop, [orders[index] as InstanceNode, instance(shop, 'payments')]);
  }
});

test('below each credential of the same Atlas', () => {
  expect(shown.find(ofA)).toEqual([ofA, ofB]);
  expect(shown.find(ofB)).toEqual([ofA, ofB]);
  expect(shown.find(ofGov)).toEqual([ofGov]);
});

test('none that was never shown', () => {
  expect(shown.find({ ...ofA, tenantName: 'other' })).toEqual([]);
  expect(shown.find({ ...ofA, groupId: 'other' })).toEqual([]);
});

test('the node that was shown last', () => {
  const newer = instance(shops[0], 'orders');
  shown.note(shops[0], [newer]);
  expect(shown.find(ofB)[0]).toBe(newer);
});

test('what stays in the tree is kept, though all above it is shown anew', () => {
  shown.note(undefined, [a, b, gov]);
  shown.note(a, [shops[0], project(a, 'weather')]);
  shown.note(ofA, []);
  expect(shown.find(ofA)).toEqual([ofA, ofB]);
});

const failure = makeNode({ kind: 'failure', parent: a, text: 'No.' });
test.each([
  ['its credential', () => shown.note(undefined, [b, gov])],
  ['its project', () => shown.note(a, [project(a, 'weather')])],
  ['its project, for it could not be loaded', () => shown.note(a, [failure])],
  ['itself', () => shown.note(shops[0], [instance(shops[0], 'payments')])],
])('it goes with %s', (_, go) => {
  go();
  expect(shown.find(ofA)).toEqual([ofB]);
});
