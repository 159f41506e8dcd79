// Connections created, listed and looked at while they are set up.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Asked, clients, talk } from './asking.ts';
import { cluster, kafka, privateKafka } from './samples.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';
import type { Json } from './state.ts';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await createSandbox();
});

afterEach(() => sandbox.stop());

describe.each(clients())('$name', ({ ask }) => {
  const { tell, brief, create } = talk(ask, () => sandbox);

  test('a connection is created, listed, and found under its name', async () => {
    const [status, created] = await create(cluster);
    expect([status, created]).toEqual([
      200,
      { ...cluster, id: expect.stringMatching(/^[0-9a-f]{24}$/), region: 'VIRGINIA_USA', state: 'READY' },
    ]);
    expect(await tell('GET', 'shop')).toEqual([200, created]);
    const [, list] = await tell('GET');
    expect(list).toMatchObject({ totalCount: 5, results: expect.arrayContaining([created]) });
  });

  test('secrets never come back, and the default networking does', async () => {
    const expected = {
      authentication: { mechanism: 'PLAIN', username: 'u' },
      networking: { access: { type: 'PUBLIC' } },
    };
    const answers = [await create(kafka), await tell('GET', 'events'), await tell('PATCH', 'events', { body: kafka })];
    for (const [, json] of answers) expect(json).toMatchObject(expected);
    expect(
      JSON.stringify([answers, [...sandbox.state.projects.values()].map(({ instances }) => [...instances])]),
    ).not.toContain('canary');
  });

  test('each refusal of a new connection', async () => {
    await create(cluster);
    const refuse = async (body: Json | string, options: Asked = {}, instance = 'orders') =>
      tell('POST', '', { body, ...options }, instance);
    const invalid = (problem: string) => [
      400,
      {
        error: 400,
        reason: 'Bad Request',
        errorCode: 'VALIDATION_ERROR',
        detail: `The request content produced the validation error: ${problem}`,
        parameters: [problem],
      },
    ];
    expect(await refuse({ ...kafka, bootstrapServers: 'localhost:9092' })).toEqual(
      invalid('Invalid bootstrapServers.'),
    );
    expect(await refuse({ type: 'Https', name: 'h', url: 'nowhere' })).toEqual(invalid('Invalid url.'));
    expect(await refuse({ type: 'kafka', name: 'k' })).toEqual(invalid('Invalid type.'));
    expect(await refuse({ type: 'S3', name: 's' })).toEqual(invalid('Missing aws.'));
    expect(await refuse('{ "type": ')).toMatchObject([400, { errorCode: 'MALFORMED_JSON' }]);
    expect(await refuse('[]')).toMatchObject([400, { errorCode: 'MALFORMED_JSON' }]);
    expect(await refuse(cluster, { role: 'reader' })).toMatchObject([403, { errorCode: 'USER_UNAUTHORIZED' }]);
    expect(await refuse(cluster, {}, 'none')).toMatchObject([404, { errorCode: 'STREAM_TENANT_NOT_FOUND_FOR_NAME' }]);
    expect(await refuse(cluster)).toMatchObject([
      409,
      { errorCode: 'STREAM_CONNECTION_NAME_ALREADY_EXISTS', parameters: ['shop'] },
    ]);
  });

  test('what is not there', async () => {
    const groupId = [...sandbox.state.projects.keys()][0];
    const missing = [
      404,
      { errorCode: 'STREAM_CONNECTION_NOT_FOUND_FOR_NAME', parameters: ['none', groupId, 'orders'] },
    ];
    expect(await tell('GET', 'none')).toMatchObject(missing);
    expect(await tell('PATCH', 'none', { body: cluster })).toMatchObject(missing);
    expect(await tell('DELETE', 'none')).toMatchObject(missing);
  });

  test('names are decoded from the path', async () => {
    await create({ ...cluster, name: 'größe 1/2' });
    expect(await brief('GET', 'gr%C3%B6%C3%9Fe%201%2F2')).toBe('200 READY');
  });

  describe('setting up', () => {
    test('behind a private link it is pending when created and looked at first, ready afterwards', async () => {
      expect((await create(privateKafka))[1]).toMatchObject({ state: 'PENDING' });
      expect(await brief('GET', 'events')).toBe('200 PENDING');
      expect(await brief('GET', 'events')).toBe('200 READY');
    });

    test('a look at the list counts, too', async () => {
      await create(privateKafka);
      await tell('GET');
      expect(await brief('GET', 'events')).toBe('200 READY');
    });

    test('it may take longer, and fail', async () => {
      sandbox.state.fates.set('shop', { end: 'FAILED', pending: 2 });
      expect((await create(cluster))[1]).toMatchObject({ state: 'PENDING' });
      const states = [await brief('GET', 'shop'), await brief('GET', 'shop'), await brief('GET', 'shop')];
      expect(states).toEqual(['200 PENDING', '200 PENDING', '200 FAILED']);
    });

    test('what is to fail is pending first, even if it needed no setting up', async () => {
      sandbox.state.fates.set('shop', { end: 'FAILED' });
      expect((await create(cluster))[1]).toMatchObject({ state: 'PENDING' });
      expect([await brief('GET', 'shop'), await brief('GET', 'shop')]).toEqual(['200 PENDING', '200 FAILED']);
    });

    test('it may be ready, or have failed, at once', async () => {
      sandbox.state.fates.set('events', { pending: 0 });
      expect((await create(privateKafka))[1]).toMatchObject({ state: 'READY' });
      sandbox.state.fates.set('shop', { pending: 0, end: 'FAILED' });
      expect((await create(cluster))[1]).toMatchObject({ state: 'FAILED' });
    });

    test('it may not be seen right after its creation, though its name is taken', async () => {
      sandbox.state.fates.set('shop', { hidden: 3 });
      await create(cluster);
      expect(await brief('POST', '', { body: cluster })).toBe('409 STREAM_CONNECTION_NAME_ALREADY_EXISTS');
      expect(await brief('GET', 'shop')).toBe('404 STREAM_CONNECTION_NOT_FOUND_FOR_NAME');
      expect(await brief('PATCH', 'shop', { body: cluster })).toBe('404 STREAM_CONNECTION_NOT_FOUND_FOR_NAME');
      expect((await tell('GET'))[1]).toMatchObject({ totalCount: 4 });
      expect(await brief('GET', 'shop')).toBe('200 READY');
    });
  });
});
