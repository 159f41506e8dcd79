// What is said at the end of a wait: what became of which connection, and what to do next.
import { expect, test } from 'vitest';
import type { Goal, WaitEnd } from '../../client/src/atlas/waitFor.ts';
import { describeEnd, describeReady } from '../../client/src/ui/status/waitingText.ts';

const address = { credentialId: '1', groupId: '2', projectName: 'Shop', tenantName: 'orders', name: 'broker' };

test.each<[Goal, WaitEnd, string | undefined]>([
  ['ready', { kind: 'ready' }, 'information: The connection “broker” in orders is READY.'],
  ['ready', { kind: 'failed' }, 'error: The connection “broker” in orders has FAILED. Atlas does not say why: check'],
  [
    'ready',
    { kind: 'gone' },
    'error: The connection “broker” in orders is not there any more: it was deleted meanwhile',
  ],
  [
    'ready',
    { kind: 'gaveUp', reason: 'No role.', replaceable: false },
    'error: No longer waiting for the connection “broker” in orders. No role.',
  ],
  [
    'ready',
    { kind: 'tooLong' },
    'error: No longer waiting for the connection “broker” in orders. It took more than an hour',
  ],
  ['ready', { kind: 'stopped' }, undefined],
  ['gone', { kind: 'gone' }, 'information: The connection “broker” in orders is deleted.'],
  ['gone', { kind: 'failed' }, 'error: The connection “broker” in orders has FAILED. Atlas did not take it away'],
])('waiting until it is %s, it ends as %o', (goal, end, words) => {
  const told = describeEnd(goal, address, end);
  expect(told && `${told.kind}: ${told.text}`.slice(0, words?.length)).toBe(words);
});

test.each([
  [[], undefined],
  [['a'], 'The connection “a” in orders is READY.'],
  [['a', 'b'], '2 connections in orders are READY: a, b.'],
  [['a', 'b', 'c', 'd', 'e', 'f'], '6 connections in orders are READY: a, b, c, d, e, ….'],
])('of %o, waited for together, it says %s', (names, words) => {
  expect(describeReady(names.map((name) => ({ ...address, name })))).toBe(words);
});
