// Every secret field and credential holds a canary; no outcome of any kind, nor its words, nor the log shows one.
import { describe, expect, test } from 'vitest';
import { describeFailure } from '../../../client/src/core/failureText.ts';
import { errorReply } from '../../sandbox/reply.ts';
import type { Fault } from '../../sandbox/sandbox.ts';
import { bodyWith, canaries, tracesIn } from '../../support/canaries.ts';
import { plain, useAtlas } from './connecting.ts';

const atlas = useAtlas();
const body = bodyWith((name) => canaries[name]);
const secrets = Object.values(canaries);

/** An answer that repeats the secrets in each way in which a server may. */
function repeating(status: number): Fault {
  const said = secrets.flatMap((secret) => [
    secret,
    JSON.stringify(secret),
    encodeURIComponent(secret),
    new URLSearchParams({ secret }).toString(),
    btoa(String.fromCharCode(...new TextEncoder().encode(secret))),
  ]);
  const reply = errorReply(status, said.join(' '), 'CODE', said.join('\n'), said);
  const fields = said.map((text) => ({ field: text, description: text }));
  const withFields =
    typeof reply.body === 'string' ? reply : { ...reply, body: { ...reply.body, badRequestDetail: { fields } } };
  return { kind: 'reply', reply: withFields, times: 4 };
}

const faults: readonly (readonly [string, Fault | undefined])[] = [
  ['200', undefined],
  ...[400, 401, 403, 404, 409, 429, 500, 503].map((status) => [String(status), repeating(status)] as const),
  ['the body repeated', { kind: 'echo' }],
  [
    'a success that repeats it',
    { kind: 'reply', reply: { status: 200, body: { ...body, again: JSON.stringify(body) } } },
  ],
  ['not JSON', { kind: 'reply', reply: { status: 200, body: `<pre>${JSON.stringify(body)}</pre>` } }],
  ['an error that is not JSON', { kind: 'reply', reply: { status: 502, body: `<pre>${JSON.stringify(body)}</pre>` } }],
  ['cut off', { kind: 'cut off' }],
  ['hung up', { kind: 'hang up' }],
  ['malformed', { kind: 'malformed' }],
  ['silent', { kind: 'silent' }],
  [
    'a redirect that repeats it',
    { kind: 'redirect', status: 302, location: `/?${encodeURIComponent(JSON.stringify(body))}` },
  ],
];

describe.each(['serviceAccount', 'apiKey'] as const)('with %s', (kind) => {
  test.each(faults)('%s', async (_, fault) => {
    const { state } = atlas.sandbox;
    const credential = Object.values(state.credentials.owner[kind])[1] ?? '';
    if (fault) atlas.sandbox.fault(fault, atlas.isCreate);
    const client = atlas.connect(kind, fault?.kind === 'silent' ? { timeout: 1_000 } : {});
    const outcome = await client.createConnection(atlas.target(), body, { ...plain, secrets }, atlas.call());
    const tokens = atlas.sandbox.requests.flatMap(
      ({ headers }) => /^(?:Bearer|Basic) (.+)$/.exec(String(headers.authorization))?.[1] ?? [],
    );
    const words = outcome.kind === 'ok' ? '' : describeFailure(outcome);
    const shown = [JSON.stringify(outcome), words, JSON.stringify(atlas.exchanges), JSON.stringify(atlas.waits)].join(
      '\n',
    );
    // The secrets did go out; were they not sent at all, this could not fail.
    expect(tracesIn(atlas.sandbox.requests.map((request) => request.body).join('\n'), secrets)).toEqual(secrets);
    expect(tracesIn(shown, [...secrets, credential, ...tokens])).toEqual([]);
  });
});

test('a secret of digits alone leaves the numbers of an answer as they are', async () => {
  const reply = { status: 200, body: { name: 'shop', port: 12345678, said: 'no 12345678' } };
  atlas.sandbox.fault({ kind: 'reply', reply }, atlas.isCreate);
  const client = atlas.connect('apiKey');
  expect(await atlas.create(client, { ...plain, secrets: ['12345678'] })).toMatchObject({
    kind: 'ok',
    value: { connection: { port: 12345678, said: 'no •••' } },
  });
});

test('a secret as a key, and an answer that is nested too deeply', async () => {
  const client = atlas.connect('apiKey');
  const reply = { status: 400, body: { detail: 'No.', parameters: [{ 'hunter2-canary': 1 }] } };
  atlas.sandbox.fault({ kind: 'reply', reply }, atlas.isCreate);
  expect(await atlas.create(client, { ...plain, secrets: ['hunter2-canary'] })).toMatchObject({
    error: { parameters: [{ '•••': 1 }] },
  });
  atlas.sandbox.fault({ kind: 'reply', reply: { status: 200, body: `{"a":${'['.repeat(1_000_000)}` } }, atlas.isCreate);
  expect(await atlas.create(client)).toMatchObject({ kind: 'unreachable', code: 'not-json' });
});

test('traces are found in every form, so that the tests above can fail', () => {
  for (const secret of secrets) {
    for (const form of [
      secret,
      JSON.stringify({ secret }),
      encodeURIComponent(secret),
      Buffer.from(`xx${secret}`).toString('base64'),
    ]) {
      expect(tracesIn(`before ${form} after`, [secret])).toEqual([secret]);
    }
  }
});
