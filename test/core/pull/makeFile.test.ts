// What pulled files call their secrets: no two connections alike, and each file what it called them before.
import { expect, test, vi } from 'vitest';
import { createMakeFile } from '../../../client/src/core/pull/makeFile.ts';
import { createEngine } from '../../../server/src/engine/index.ts';

vi.mock('vscode', () => import('../../support/fakeVscode.ts'));

const engine = createEngine();
const fileOf = async (...args: Parameters<typeof engine.fileOf>) => engine.fileOf(...args);

const connection = (name: string, headers = ['Authorization']) => ({
  type: 'Https',
  name,
  url: 'https://example.com',
  headers: Object.fromEntries(headers.map((header) => [header, 'x'])),
});

/** The secrets that the files name, in their order. */
async function namesIn(files: readonly (readonly [object, old?: string])[], inUse: readonly string[] = []) {
  const makeFile = createMakeFile({ fileOf }, inUse);
  const names: string[] = [];
  for (const [one, old] of files) {
    const text = (await makeFile(one as ReturnType<typeof connection>, old))?.text ?? '';
    names.push(...Array.from(text.matchAll(/\$\{secret:(.*?)\}/g), ([, name]) => name ?? ''));
  }
  return names;
}

test('connections whose names come to the same have secrets of their own', async () => {
  const files = ['orders-hook', 'orders_hook', 'orders.hook'].map((name) => [connection(name)] as const);
  const expected = ['ORDERS_HOOK_AUTHORIZATION', 'ORDERS_HOOK_AUTHORIZATION_2', 'ORDERS_HOOK_AUTHORIZATION_3'];
  expect(await namesIn(files)).toEqual(expected);
});

test('a name that is in use is not given to a new file', async () => {
  const inUse = ['HOOK_AUTHORIZATION', 'HOOK_AUTHORIZATION_2'];
  expect(await namesIn([[connection('hook')]], inUse)).toEqual(['HOOK_AUTHORIZATION_3']);
});

test('the same connection made again, as after a change, has the same names', async () => {
  const hook = connection('hook');
  expect(await namesIn([[hook], [hook]])).toEqual(['HOOK_AUTHORIZATION', 'HOOK_AUTHORIZATION']);
});

test('a file keeps its names, stored and used as they are, and shares none of them between two places', async () => {
  const old = JSON.stringify({ headers: { 'a-token': '${secret:HOOK_A_TOKEN}' } });
  const hook = connection('hook', ['a-token', 'a_token']);
  expect(await namesIn([[hook, old]], ['HOOK_A_TOKEN'])).toEqual(['HOOK_A_TOKEN', 'HOOK_A_TOKEN_2']);
});

test('a file that is no JSON yet keeps its names, too', async () => {
  const old = '{ "headers": { "Authorization": "${secret:HOOK_AUTHORIZATION}" }, }';
  expect(await namesIn([[connection('hook'), old]], ['HOOK_AUTHORIZATION'])).toEqual(['HOOK_AUTHORIZATION']);
});
