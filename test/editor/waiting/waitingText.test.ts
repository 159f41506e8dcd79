// What is said at the end of a wait: what became of which connection, and what to do next.
import { expect, test } from 'vitest';
import type { Goal, WaitEnd } from '../../../client/src/core/deploy/waitFor.ts';
import { describeEnd, describeEndOfAll } from '../../../client/src/editor/waiting/waitingText.ts';
import { broker } from '../../support/places.ts';

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
  const told = describeEnd(goal, broker, end);
  expect(told && `${told.kind}: ${told.text}`.slice(0, words?.length)).toBe(words);
});

const named = (names: readonly string[]) => names.map((name) => ({ ...broker, name }));

test.each([
  [[], undefined],
  [['a'], 'The connection “a” in orders is READY.'],
  [['a', 'b'], '2 connections in orders are READY: a, b.'],
  [['a', 'b', 'c', 'd', 'e', 'f'], '6 connections in orders are READY: a, b, c, d, e and 1 more.'],
])('of %o, waited for together, it says %s', (names, words) => {
  expect(describeEndOfAll(named(names), { kind: 'ready' })?.text).toBe(words);
});

test.each<[WaitEnd, string | undefined]>([
  [
    { kind: 'failed' },
    'error: 2 connections in orders have FAILED: a, b. Atlas does not say why: check what they connect to, then update them, or delete them and create them anew.',
  ],
  [
    { kind: 'gone' },
    'error: 2 connections in orders are not there any more: a, b. They were deleted meanwhile, or never came to be.',
  ],
  [
    { kind: 'gaveUp', reason: 'No role.', replaceable: false },
    'error: No longer waiting for 2 connections in orders: a, b. No role.',
  ],
  [
    { kind: 'tooLong' },
    'error: No longer waiting for 2 connections in orders: a, b. It took more than an hour: look at them in Atlas.',
  ],
  [{ kind: 'stopped' }, undefined],
])('of several that ended as %o', (end, words) => {
  const told = describeEndOfAll(named(['a', 'b']), end);
  expect(told && `${told.kind}: ${told.text}`).toBe(words);
  expect(describeEndOfAll(named(['a']), end)).toEqual(describeEnd('ready', { ...broker, name: 'a' }, end));
});
