// Placeholders become values: in one pass, as they are, or not at all.
import { expect, test } from 'vitest';
import { type Reader, resolvePlaceholders } from '../../client/src/placeholders/resolve.ts';

const from =
  (values: Record<string, string>): Reader =>
  async (name) => {
    const value = values[name];
    return value === undefined ? { kind: 'unreadable', reason: 'there is none.' } : { kind: 'value', value };
  };

const use = (pointer: string, kind: string, name: string) => ({ pointer, kind, name });

test('each value goes to its place, and nothing else changes', async () => {
  const body = JSON.parse('{ "a/b": ["${secret:P}", 1], "__proto__": { "x": "${env:E}" }, "rest": "${secret:P}" }');
  const uses = [use('/a~1b/0', 'secret', 'P'), use('/__proto__/x', 'env', 'E')];
  const resolved = await resolvePlaceholders(body, uses, { secret: from({ P: 'p' }), env: from({ E: 'e' }) });
  expect(resolved.kind === 'resolved' && JSON.stringify(resolved.body)).toBe(
    '{"a/b":["p",1],"__proto__":{"x":"e"},"rest":"${secret:P}"}',
  );
  expect(resolved).toMatchObject({ values: ['p', 'e'] });
});

test.each(['${secret:Q}', '"', '\\', 'line\nbreak', '$&', '\u2028😀'])(
  'a value %j is put in as it is, once',
  async (value) => {
    const readers = { secret: from({ P: value, Q: 'nested' }) };
    const resolved = await resolvePlaceholders({ x: '${secret:P}' }, [use('/x', 'secret', 'P')], readers);
    expect(resolved).toMatchObject({ kind: 'resolved', body: { x: value } });
  },
);

test('a source used twice is read once', async () => {
  let reads = 0;
  const secret: Reader = async () => ({ kind: 'value', value: String(++reads) });
  const uses = [use('/a', 'secret', 'P'), use('/b', 'secret', 'P')];
  expect(await resolvePlaceholders({ a: '', b: '' }, uses, { secret })).toMatchObject({ body: { a: '1', b: '1' } });
});

test('a source that cannot be read leaves the whole body unresolved', async () => {
  const uses = [use('/a', 'secret', 'KNOWN'), use('/b', 'secret', 'MISSING')];
  expect(await resolvePlaceholders({ a: '', b: '' }, uses, { secret: from({ KNOWN: 'k' }) })).toEqual({
    kind: 'unresolved',
    reason: '${secret:MISSING}: there is none.',
  });
});

test('an unknown kind names those that there are', async () => {
  expect(await resolvePlaceholders({ a: '' }, [use('/a', 'toString', 'X')], { secret: from({}) })).toEqual({
    kind: 'unresolved',
    reason: '${toString:X}: there is no such kind of placeholder. Use ${secret:…}.',
  });
});

test('cancelling one cancels all', async () => {
  const secret: Reader = async () => ({ kind: 'cancelled' });
  expect(await resolvePlaceholders({ a: '' }, [use('/a', 'secret', 'P')], { secret })).toEqual({ kind: 'cancelled' });
});
