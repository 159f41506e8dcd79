// The log: what a support engineer searches for, each line at its level, and no secret.
import { afterEach, expect, test, vi } from 'vitest';
import type { Exchange } from '../../../client/src/core/atlas/exchange.ts';
import { createExchangeLog } from '../../../client/src/editor/window/exchangeLog.ts';
import { logged } from '../../support/fakeVscode.ts';

vi.mock('vscode', () => import('../../support/fakeVscode.ts'));

afterEach(() => {
  logged.length = 0;
});

const log = createExchangeLog();
const asked = { method: 'GET', origin: 'https://cloud.mongodb.com', path: '/api', milliseconds: 7, signed: true };

test.each<[string, Partial<Exchange>, string]>([
  ['an answer', { status: 200 }, 'info GET https://cloud.mongodb.com/api 200 7 ms'],
  [
    'a refusal',
    { status: 409, errorCode: 'NAME_EXISTS' },
    'warn GET https://cloud.mongodb.com/api 409 NAME_EXISTS 7 ms',
  ],
  ['a refused sign-in', { status: 401 }, 'warn GET https://cloud.mongodb.com/api 401 7 ms'],
  ['a challenge to sign in', { status: 401, signed: false }, 'info GET https://cloud.mongodb.com/api 401 7 ms'],
  ['no network', { failure: 'unknown-host' }, 'warn GET https://cloud.mongodb.com/api unknown-host 7 ms'],
  ['canceled', { failure: 'cancelled' }, 'info GET https://cloud.mongodb.com/api cancelled 7 ms'],
])('%s', (_, exchange, line) => {
  log.exchange({ ...asked, ...exchange });
  expect(logged).toEqual([line]);
});

test('an exception has its name, message and place', () => {
  log.bug('streamconn.deployFolder', new TypeError('x is not a function'));
  expect(logged[0]).toMatch(
    /^error streamconn\.deployFolder failed: TypeError: x is not a function\n\s+at .*exchangeLog\.test/,
  );
});

test('what VS Code refused has its words', () => {
  log.refused('streamconn.chooseTarget', 'Unable to write into workspace settings.');
  expect(logged).toEqual(['error streamconn.chooseTarget was refused: Unable to write into workspace settings.']);
});

test.each([
  ['one that was read', new Error('got read-canary back')],
  ['one that is told by its form', new Error('connect to https://shop:other-canary@broker.example.com')],
  ['one in a text that is no JSON', new SyntaxError('"inline-canary" is not valid JSON')],
])('a secret in a message is not shown: %s', (_, error) => {
  log.conceal(['read-canary']);
  log.bug('streamconn.createConnection', error);
  expect(logged[0]).toContain(error.name);
  expect(logged.join()).not.toContain('canary');
});
