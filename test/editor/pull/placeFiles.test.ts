// Which file a pulled connection goes into: its own, or a new one, and never another connection's.

import { expect, test, vi } from 'vitest';
import type { Uri } from 'vscode';
import { placeFiles } from '../../../client/src/editor/pull/placeFiles.ts';

vi.mock('vscode', () => ({
  Uri: { joinPath: ({ path }: { path: string }, name: string) => ({ path: `${path}/${name}` }) },
}));

const folder = { path: '/f' } as Uri;

/** Where each goes, by the files that are there and the names that they say. */
function place(names: readonly string[], there: Readonly<Record<string, string | undefined>> = {}) {
  const files = Object.entries(there).map(([file, name]) => ({
    uri: { path: `/f/${file}.streamconn.json` } as Uri,
    name,
    secretNames: [],
  }));
  const connections = names.map((name) => ({ name }));
  return placeFiles(folder, connections, files).map(({ uris }) =>
    uris.map(({ path }) => path.replace('/f/', '').replace('.streamconn.json', '')).join(' or '),
  );
}

test.each<[string, readonly string[], Readonly<Record<string, string | undefined>>, readonly string[]]>([
  ['a new one', ['orders'], {}, ['orders']],
  ['its own, whatever that is called', ['orders'], { draft: 'orders', orders: 'payments' }, ['draft']],
  ['not another’s, whether or not Atlas has that one', ['orders'], { orders: 'orders-v2' }, ['orders-2']],
  ['not another’s in other case', ['Orders'], { orders: 'orders' }, ['Orders-2']],
  ['the one called after it that says no name', ['orders'], { orders: undefined }, ['orders']],
  ['none that only looks like its second choice', ['orders'], { orders: 'x', 'orders-2': undefined }, ['orders-3']],
  ['different ones for names that no file can have', ['a/b', 'a:b'], {}, ['a_b', 'a_b-2']],
  ['any of several that say its name', ['orders'], { dev: 'orders', prod: 'orders' }, ['dev or prod']],
  ['as many new ones as there are', ['a', 'A', 'b'], { a: 'b' }, ['a-2', 'A-3', 'a']],
])('%s', (_, names, there, expected) => {
  expect(place(names, there)).toEqual(expected);
});

test('names that are cut to the same are different files, too', () => {
  const long = '连'.repeat(300);
  const [first, second] = place([`${long}a`, `${long}b`]);
  expect(second).toBe(`${first}-2`);
});
