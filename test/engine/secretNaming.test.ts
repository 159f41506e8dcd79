// Whatever is offered for a file names its secrets after the file's connection, and never by the name of another secret.

import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { setAt } from '../../client/src/core/json.ts';
import { secretNamesIn } from '../../client/src/core/placeholders/secretNames.ts';
import { createEngine } from '../../server/src/engine/index.ts';
import { connectionTypeNames } from '../../server/src/engine/schema/connectionTypes.ts';
import { type Place, placesIn } from '../../server/src/engine/schema/places.ts';
import { expandSnippet } from '../support/expandSnippet.ts';
import { fieldsOf } from '../support/fields.ts';
import { apply } from '../support/fix.ts';
import { fixtures } from '../support/fixtures.ts';

type Json = Readonly<Record<string, unknown>>;

const engine = createEngine();
const named = 'file:///folder/a.streamconn.json';
const unnamed = 'file:///folder/orders-msk.streamconn.json';
const untitled = 'untitled:Untitled-1';
const file = (uri: string, content: string) => TextDocument.create(uri, 'streamconn', 1, content);

/** What completion would write at the cursor. */
function written(uri: string, marked: string, secretNames: readonly string[] = []): string[] {
  const text = file(uri, marked.replace('‸', ''));
  const { items } = engine.complete(text, text.positionAt(marked.indexOf('‸')), { secretNames });
  return items.map(({ textEdit }) => expandSnippet(textEdit?.newText ?? '').text.trim());
}

const secretsOf = (texts: readonly string[]) => texts.flatMap(secretNamesIn);
const atValue = (value: Json, path: Place['path']) =>
  JSON.stringify(setAt(value, path.map(String), '‸')).replace('"‸"', '‸');
const without = (value: unknown, [key = '', ...rest]: Place['path']): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([name, inner]) =>
    name !== key ? [[name, inner]] : rest.length === 0 ? [] : [[name, without(inner, rest)]],
  );
  return Array.isArray(value) ? value : Object.fromEntries(entries);
};
const atKey = (value: Json, path: Place['path']) =>
  JSON.stringify(setAt(without(value, path) as Json, [...path.slice(0, -1).map(String), '‸'], 0)).replace('"‸":0', '‸');

async function fixesFor(uri: string, value: unknown): Promise<string[]> {
  const text = file(uri, JSON.stringify(value));
  const actions = await engine.codeActions(text, { range: { start: text.positionAt(0), end: text.positionAt(1e6) } });
  return actions.flatMap(({ title, edit }) => (edit && title.startsWith('Add ') ? apply(text, edit) : []));
}

/** Every place of every valid file, but of its name and in lists; without a secret in it, and with another name. */
function placesOfFixtures(naming: Json) {
  return fixtures.flatMap(({ type, content }) => {
    const { name: _, ...rest } = JSON.parse(content.replaceAll(/"\$\{secret:[^}]*\}"/g, '"${env:X}"'));
    const value: Json = { ...rest, ...naming };
    const isLooked = ({ path }: Place) => path.length > 0 && path[0] !== 'name' && path.every(isKey);
    return placesIn(value)
      .filter(isLooked)
      .map(({ path }) => ({ type, value, path }));
  });
}

const isKey = (key: string | number) => typeof key === 'string';

const isSecretField = (type: string, path: Place['path']) =>
  [...fieldsOf(type)].some(([field, said]) => {
    const keys = field.split('.');
    const isHere = keys.length === path.length && keys.every((key, index) => key === '*' || key === path[index]);
    return isHere && said.every(({ writeOnly, mayBeSecret }) => writeOnly || mayBeSecret);
  });

describe('for a file named orders-msk, every secret that is written is called ORDERS_MSK_…', () => {
  const isOurs = /^ORDERS_MSK_[A-Z_]+$/;

  test.each([
    ['an empty file', unnamed, '‸'],
    ['a word', unnamed, ' kaf‸\n'],
  ])('by whole files, in %s', (_, uri, marked) => {
    const names = secretsOf(written(uri, marked));
    expect(new Set(names).size).toBeGreaterThan(3);
    for (const name of names) expect(name).toMatch(isOurs);
  });

  test('by the file that *New Connection File* begins', () => {
    const names = engine.describeNewFile().wholeFiles.flatMap(({ id }) => {
      const { text } = expandSnippet(engine.beginFile({ id, name: 'orders-msk', taken: [] }) ?? '');
      expect(JSON.parse(text).name).toBe('orders-msk');
      return secretNamesIn(text);
    });
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) expect(name).toMatch(isOurs);
  });

  test.each([
    ['the connection’s name', named, { name: 'orders-msk' }],
    ['the file’s own name', unnamed, {}],
    ['the file’s own name where the connection’s is not known yet', unnamed, { name: '${env:NAME}' }],
  ])('by completion and fixes anywhere in a valid file, after %s', async (_, uri, naming) => {
    const secrets = new Set<unknown>();
    const offered = new Set<unknown>();
    for (const { type, value, path } of placesOfFixtures(naming)) {
      const asValue = secretsOf(written(uri, atValue(value, path)));
      const asKey = secretsOf(written(uri, atKey(value, path)));
      const asFix = secretsOf(await fixesFor(uri, without(value, path)));
      for (const name of [...asValue, ...asKey, ...asFix]) expect(name).toMatch(isOurs);
      if (!isSecretField(type, path)) continue;
      secrets.add(path.at(-1));
      if (asValue.length > 0) offered.add(path.at(-1));
    }
    // For the private key there is none: a file is the better source.
    secrets.delete('sslKey');
    expect(secrets.size).toBeGreaterThan(3);
    expect(offered).toEqual(secrets);
  });

  test('every place of a secret in the schemas is offered one, or a file', () => {
    const secrets = connectionTypeNames.flatMap((type) =>
      [...fieldsOf(type)].filter(([, said]) => said.every(({ writeOnly, mayBeSecret }) => writeOnly || mayBeSecret)),
    );
    const lacking = secrets.filter(([, said]) =>
      said.some(({ examples }) => examples !== undefined && !/^\["\$\{file:/.test(JSON.stringify(examples))),
    );
    expect(secrets.length).toBeGreaterThan(5);
    expect(lacking.map(([path]) => path)).toEqual([]);
  });
});

describe('a name is the next free one', () => {
  const kafka = (more: object) => ({ type: 'Kafka', name: 'orders', ...more });
  const plainAt = (password: unknown) =>
    kafka({ authentication: { mechanism: 'PLAIN', username: 'u', ...(password ? { password } : {}) } });
  const path = ['authentication', 'password'];
  const stored = ['A', 'ORDERS_PASSWORD'];

  test('where a stored secret has the name: it is chosen from the list, first, but never written unasked', async () => {
    expect(written(named, atValue(plainAt(undefined), path), stored).slice(0, 3)).toEqual([
      '"${secret:ORDERS_PASSWORD}"',
      '"${secret:A}"',
      '"${secret:ORDERS_PASSWORD_2}"',
    ]);
    const blocks = written(named, atValue(kafka({}), ['authentication']), stored);
    expect(new Set(secretsOf(blocks.filter((text) => text.includes('password'))))).toEqual(
      new Set(['ORDERS_PASSWORD_2']),
    );
    const text = file(named, JSON.stringify(plainAt(undefined)));
    const range = { start: text.positionAt(0), end: text.positionAt(1e6) };
    const actions = await engine.codeActions(text, { range }, { secretNames: stored });
    const after = actions.flatMap(({ edit }) => (edit ? apply(text, edit) : []));
    expect(new Set(secretsOf(after))).toEqual(new Set(['ORDERS_PASSWORD_2']));
    expect(secretNamesIn(expandSnippet(begun(stored)).text)).toEqual(['ORDERS_PASSWORD_2']);
  });

  const begun = (taken: readonly string[]) => engine.beginFile({ id: 'kafka-plain', name: 'orders', taken }) ?? '';

  test('unless the file has it at this very place already', () => {
    const value = plainAt('${secret:ORDERS_PASSWORD}');
    const marked = JSON.stringify(value).replace('{secret:', '{secret:‸');
    expect(written(named, marked, stored)).toEqual(['ORDERS_PASSWORD', 'A']);
  });

  test('where another secret of the file has the name', () => {
    const headers = { 'X-A': '${secret:ORDERS_X_A}', 'x-a': '‸' };
    const value = { type: 'Https', name: 'orders', headers };
    expect(written(named, JSON.stringify(value).replace('"‸"', '‸'))).toEqual(['"${secret:ORDERS_X_A_2}"']);
  });

  test('two secrets that one fix adds have two names, also where a name is as long as can be', async () => {
    const name = 'n'.repeat(300);
    const value = { type: 'Kafka', name, authentication: { mechanism: 'OAUTHBEARER' } };
    const names = secretsOf(await fixesFor(named, value));
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(/^N+_CLIENT_SECRET$/);
  });
});

test('a file that has neither a name nor was saved names its secrets after its type', () => {
  const value = { type: 'Kafka', authentication: { mechanism: 'PLAIN' } };
  expect(secretsOf(written(untitled, atValue(value, ['authentication', 'password'])))).toEqual(['KAFKA_PASSWORD']);
});

test('a whole file offers the file’s own name as the connection’s, where a connection can be called so', () => {
  const names = (uri: string) =>
    new Set(written(uri, '‸').flatMap((text) => (text.startsWith('{') ? JSON.parse(text).name : [])));
  expect(names(unnamed)).toContain('orders-msk');
  expect(names(unnamed)).not.toContain('orders-kafka');
  expect(names('file:///folder/my%20orders.streamconn.json')).toContain('my_orders');
  expect(names('file:///folder/%E8%AE%A2.streamconn.json')).toContain('orders-kafka');
  // The names of sample data are those that there are.
  expect(names(unnamed)).toContain('sample_stream_solar');
});
