// What is made of an answer: a list or none, whole or not, of Atlas or of somebody in between.
import { describe, expect, test } from 'vitest';
import { readAnswer } from '../../../client/src/core/atlas/answer.ts';
import type { Reply } from '../../sandbox/reply.ts';
import { body, plain, useAtlas } from './connecting.ts';

const atlas = useAtlas();
const isApi = ({ url }: { url: string }) => url.startsWith('/api/atlas/');
const requests = () => atlas.sandbox.requests.filter(isApi);

const reply = (answer: Reply['body'], status = 200): Reply => ({ status, body: answer });
const arm = (...answers: readonly Reply['body'][]) => {
  for (const answer of answers) atlas.sandbox.fault({ kind: 'reply', reply: reply(answer) }, isApi);
};

const clusters = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({ name: `c${from + index}` }));
const listClusters = () => atlas.connect('serviceAccount').listClusters(atlas.target().groupId, atlas.call());
const namesOf = (outcome: Awaited<ReturnType<typeof listClusters>>) =>
  outcome.kind === 'ok' ? outcome.value.map(({ name }) => name) : outcome;

const notAtlas = { kind: 'unreachable', code: 'not-atlas', maybeDone: false };
const somebodyElse: readonly Reply['body'][] = [
  { message: 'Please sign in' },
  {},
  '',
  '"text"',
  'null',
  { results: null },
  { results: 'none', totalCount: 0 },
  { results: { name: 'c0' } },
  { results: [1, 2, 3], totalCount: 3 },
  { results: [null] },
  { results: [[]] },
  '[1]',
];

describe('a list', () => {
  test.each(somebodyElse)('%j is none, and not an empty one', async (answer) => {
    arm(answer);
    const outcome = await listClusters();
    expect(outcome).toEqual(['"text"', 'null'].includes(String(answer)) ? { ...notAtlas, code: 'not-json' } : notAtlas);
    expect(requests()).toHaveLength(1);
  });

  test.each([
    [{ results: [], totalCount: 3 }],
    [
      { results: clusters(2), totalCount: 3 },
      { results: [], totalCount: 3 },
    ],
  ])('of fewer items than Atlas counts is not whole: %j', async (...pages) => {
    arm(...pages);
    expect(await listClusters()).toEqual({ kind: 'unreachable', code: 'incomplete', maybeDone: false });
  });

  test('is empty where Atlas says so', async () => {
    arm({ results: [], totalCount: 0 });
    expect(await listClusters()).toEqual({ kind: 'ok', value: [] });
  });

  test('that has no count ends with the first page that is not full', async () => {
    arm({ results: clusters(500) }, { results: clusters(500, 500) }, { results: clusters(3, 1000) });
    expect(namesOf(await listClusters())).toEqual(clusters(1003).map(({ name }) => name));
    expect(requests()).toHaveLength(3);
  });

  test('that has no count and a full last page ends with an empty one', async () => {
    arm({ results: clusters(500) }, { results: [] });
    expect(namesOf(await listClusters())).toHaveLength(500);
  });

  test('that is bare comes in one piece, however long it is', async () => {
    arm(JSON.stringify(clusters(500)));
    expect(namesOf(await listClusters())).toHaveLength(500);
    expect(requests()).toHaveLength(1);
  });

  test('goes on where Atlas gives smaller pages than it was asked for', async () => {
    arm({ results: clusters(2), totalCount: 3 }, { results: clusters(1, 2), totalCount: 3 });
    expect(namesOf(await listClusters())).toEqual(['c0', 'c1', 'c2']);
  });

  test('of 150,000 items on one page', async () => {
    arm({ results: clusters(150_000), totalCount: 150_000 });
    expect(namesOf(await listClusters())).toHaveLength(150_000);
  });

  test('of database roles is asked for without parameters', async () => {
    const client = atlas.connect('apiKey');
    expect((await client.listDatabaseRoles(atlas.target().groupId, atlas.call())).kind).toBe('ok');
    expect(new Set(requests().map(({ url }) => new URL(url, atlas.sandbox.origin).search))).toEqual(new Set(['']));
    arm({ message: 'Please sign in' });
    expect(await client.listDatabaseRoles(atlas.target().groupId, atlas.call())).toEqual(notAtlas);
  });
});

describe('JSON that is not from Atlas', () => {
  const page = { message: 'Please sign in' };

  test('is no connection: one that was to be made may be there', async () => {
    const client = atlas.connect('serviceAccount');
    arm(page, page, page, {});
    expect(await client.getConnection(atlas.target(), 'webhook', atlas.call())).toEqual(notAtlas);
    expect(await atlas.create(client)).toEqual({ ...notAtlas, maybeDone: true });
    const update = client.updateConnection(atlas.target(), 'webhook', body, plain, atlas.call());
    expect(await update).toEqual({ ...notAtlas, maybeDone: true });
    expect(await atlas.create(client)).toEqual({ ...notAtlas, maybeDone: true });
  });

  test('is no list of those whom a project may act as', async () => {
    arm(page);
    const client = atlas.connect('serviceAccount');
    expect(await client.getCloudProviderAccess(atlas.target().groupId, atlas.call())).toEqual(notAtlas);
  });
});

describe('an answer', () => {
  const read = (text: string, status = 200, enveloped = false) =>
    readAnswer({ kind: 'answered', status, headers: {}, text }, { enveloped });

  test('without a text is an empty object', async () => {
    expect(read('', 204)).toEqual({ kind: 'ok', value: {} });
    atlas.sandbox.fault({ kind: 'reply', reply: reply('', 204) }, isApi);
    const client = atlas.connect('serviceAccount');
    expect(await client.deleteConnection(atlas.target(), 'webhook', atlas.call())).toEqual({ kind: 'ok', value: {} });
  });

  test('is taken out of an envelope only where one was asked for', () => {
    const text = JSON.stringify({ status: 404, content: { name: 'inside' }, name: 'outside' });
    expect(read(text)).toEqual({ kind: 'ok', value: JSON.parse(text) });
    expect(read(text, 200, true)).toMatchObject({ kind: 'refused', error: { status: 404 } });
    const good = JSON.stringify({ status: 200, content: { name: 'inside' } });
    expect(read(good, 200, true)).toEqual({ kind: 'ok', value: { name: 'inside' } });
  });

  test.each([
    [299, 'ok'],
    [300, 'redirect'],
    [304, 'redirect'],
    [399, 'redirect'],
    [400, 'refused'],
  ])('of %d is %s', (status, expected) => {
    const outcome = read('{}', status);
    expect(outcome.kind === 'unreachable' ? outcome.code : outcome.kind).toBe(expected);
  });

  test('that complains of fields names each, with words or without', () => {
    const fields = [{ field: 'url', description: 'must be an address' }, { field: 'name' }, { description: 'x' }, 7];
    expect(read(JSON.stringify({ badRequestDetail: { fields } }), 400)).toMatchObject({
      error: {
        badRequestDetail: {
          fields: [
            { field: 'url', description: 'must be an address' },
            { field: 'name', description: '' },
          ],
        },
      },
    });
  });
});
