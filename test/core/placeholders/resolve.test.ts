// Placeholders become values: in one pass, as they are, or not at all.

import { expect, test } from 'vitest';
import type { JsonObject } from '../../../client/src/core/json.ts';
import type { Reader, Readers } from '../../../client/src/core/placeholders/reader.ts';
import { resolvePlaceholders } from '../../../client/src/core/placeholders/resolve.ts';
import { findPlaceholders } from '../../../server/src/engine/placeholders.ts';
import { type Random, withSeeds } from '../../support/random.ts';

const reading = (read: Reader['read']): Reader => ({ look: async () => ({ kind: 'usable' }), read });
const from = (values: Readonly<Record<string, string>>): Reader =>
  reading(async (name) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? { kind: 'unreadable', reason: 'there is none.' } : { kind: 'value', value };
  });

const anywhere = () => true;
const resolve = (
  body: JsonObject,
  readers: Readers,
  maySecretStandAt: (path: readonly string[]) => boolean = anywhere,
) => resolvePlaceholders({ body, placeholders: findPlaceholders(body), maySecretStandAt }, readers);

test('each value goes to its place, and nothing else changes', async () => {
  const body = JSON.parse('{ "a/b~": ["${secret:P}", 1], "__proto__": { "x": "${env:E}" }, "rest": "x ${secret:P}" }');
  const resolved = await resolve(body, { secret: from({ P: 'p' }), env: from({ E: 'e' }) });
  expect(resolved.kind === 'resolved' && JSON.stringify(resolved.body)).toBe(
    '{"a/b~":["p",1],"__proto__":{"x":"e"},"rest":"x ${secret:P}"}',
  );
  expect(resolved).toMatchObject({ values: ['p', 'e'] });
});

test.each(['${secret:Q}', '"', '\\', 'line\nbreak', '$&', "$`$'$1", '\u2028😀', '\ud800', '__proto__', '","x":"'])(
  'a value %j is put in as it is, once',
  async (value) => {
    const resolved = await resolve({ x: '${secret:P}' }, { secret: from({ P: value, Q: 'nested' }) });
    expect(resolved).toMatchObject({ kind: 'resolved', body: { x: value } });
  },
);

test('a source used twice is read once', async () => {
  let reads = 0;
  const secret = reading(async () => ({ kind: 'value', value: String(++reads) }));
  expect(await resolve({ a: '${secret:P}', b: '${secret:P}' }, { secret })).toMatchObject({ body: { a: '1', b: '1' } });
});

test('a source that cannot be read leaves the whole body unresolved', async () => {
  const body = { a: '${secret:KNOWN}', b: '${secret:MISSING}' };
  expect(await resolve(body, { secret: from({ KNOWN: 'k' }) })).toEqual({
    kind: 'unresolved',
    reason: '${secret:MISSING}: there is none.',
  });
});

const key = '-----BEGIN CERTIFICATE-----\nMII=\n-----END CERTIFICATE-----\n-----BEGIN RSA PRIVATE KEY-----\nMII=\n';

test.each([
  [{ authentication: { sslCertificate: '${file:client.pem}' } }, 'authentication.sslCertificate'],
  [{ 'a/b~': ['${file:client.pem}'] }, 'a/b~.0'],
])('a private key where no secret may stand leaves it unresolved: %o', async (body, place) => {
  expect(await resolve(body, { file: from({ 'client.pem': key }) }, () => false)).toEqual({
    kind: 'unresolved',
    reason: `\${file:client.pem}: it holds a private key, and ${place} is no place for one. Put the certificate alone into a file of its own.`,
  });
});

test('a private key goes where a secret may stand', async () => {
  const paths: string[] = [];
  const body = { authentication: { sslKey: '${file:client.pem}' }, 'a/b~': ['${file:client.pem}'] };
  const isThere = (path: readonly string[]) => paths.push(path.join(' ')) > 0;
  expect(await resolve(body, { file: from({ 'client.pem': key }) }, isThere)).toMatchObject({ kind: 'resolved' });
  expect(paths).toEqual(['authentication sslKey', 'a/b~ 0']);
});

test('an unknown kind names those that there are', async () => {
  const placeholders = [{ pointer: '/a', kind: 'toString', name: 'X' }];
  expect(
    await resolvePlaceholders(
      { body: { a: '${toString:X}' }, placeholders, maySecretStandAt: anywhere },
      { secret: from({}) },
    ),
  ).toEqual({
    kind: 'unresolved',
    reason: '${toString:X}: there is no such kind of placeholder. Use ${secret:…}.',
  });
});

test('a name from a file makes no second line and no long text of the message', async () => {
  const resolved = await resolve({ a: `\${secret:one\n\u2028two${'x'.repeat(1000)}}` }, { secret: from({}) });
  const reason = resolved.kind === 'unresolved' ? resolved.reason : '';
  expect(reason).toMatch(/^\$\{secret:one twox+…: there is none\.$/);
  expect(reason.length).toBeLessThan(300);
});

test('who cancels the question for one has cancelled all', async () => {
  const secret = reading(() => Promise.reject(new Error('cancelled')));
  await expect(resolve({ a: '${secret:P}', b: '${secret:Q}' }, { secret })).rejects.toThrow('cancelled');
});

test('a list of placeholders that is not that of the body sends nothing', async () => {
  const secret = from({ P: 'p' });
  for (const pointer of ['/b', '/a/0', '']) {
    const placeholders = [{ pointer, kind: 'secret', name: 'P' }];
    await expect(
      resolvePlaceholders({ body: { a: 'x', b: 'y' }, placeholders, maySecretStandAt: anywhere }, { secret }),
    ).rejects.toThrow('not in the body');
  }
});

const characters = [...'ab"\\/~{}$:&\n\t', "$'", '$&', '${secret:A}', '\u2028', '\0', '😀', '\ud800', '\udc00', 'é'];
const keys = ['a', 'b', '__proto__', 'constructor', 'toString', '', '/', '~1', 'a/b', '${secret:A}', '0', 'é"\\'];
const names = ['A', 'B', 'C_1', 'x.y-z', '__proto__', 'constructor'];
const pem = `-----BEGIN PRIVATE KEY-----\n${`${'A'.repeat(64)}\r\n`.repeat(400)}-----END PRIVATE KEY-----\n`;

function anyText(random: Random): string {
  return Array.from({ length: random.below(12) }, () => random.pick(characters)).join('');
}

/** Two values of the same shape: as the file says it, and as it is to be sent. */
function anyPair(random: Random, values: Readonly<Record<string, string>>, depth: number): [unknown, unknown] {
  switch (random.below(depth > 0 ? 6 : 4)) {
    case 0: {
      const name = random.pick(names);
      return [`\${secret:${name}}`, values[name]];
    }
    case 1: {
      const text = `x${anyText(random)}`;
      return [text, text];
    }
    case 2:
      return [null, null];
    case 3: {
      const number = random.below(1000) / 8;
      return [number, number];
    }
    case 4: {
      const items = Array.from({ length: random.below(4) }, () => anyPair(random, values, depth - 1));
      return [items.map(([file]) => file), items.map(([, sent]) => sent)];
    }
    default:
      return anyObjects(random, values, depth - 1);
  }
}

function anyObjects(random: Random, values: Readonly<Record<string, string>>, depth: number): [object, object] {
  const used = new Set(Array.from({ length: random.below(5) }, () => random.pick(keys)));
  const members = [...used].map((key) => [key, anyPair(random, values, depth)] as const);
  return [
    Object.fromEntries(members.map(([key, [file]]) => [key, file])),
    Object.fromEntries(members.map(([key, [, sent]]) => [key, sent])),
  ];
}

test('the text that is sent is JSON of exactly the values, in the order of the file', () =>
  withSeeds(500, async (random) => {
    const values = Object.fromEntries(names.map((name) => [name, random.below(5) === 0 ? pem : anyText(random)]));
    const [file, sent] = anyObjects(random, values, 4);
    const before = JSON.stringify(file);
    const resolved = await resolve(file as JsonObject, { secret: from(values) });
    expect(resolved.kind === 'resolved' && JSON.stringify(resolved.body)).toBe(JSON.stringify(sent));
    expect(resolved.kind === 'resolved' && JSON.parse(JSON.stringify(resolved.body))).toEqual(sent);
    expect(JSON.stringify(file)).toBe(before);
  }));
