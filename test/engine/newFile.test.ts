// What the server knows of connection files that are not there yet.
import { describe, expect, test } from 'vitest';
import kafka from '../../schemas/connections/Kafka.json' with { type: 'json' };
import authentication from '../../schemas/shared/kafkaAuthentication.json' with { type: 'json' };
import { beginFile } from '../../server/src/engine/features/completion/snippets.ts';
import { describeNewFile } from '../../server/src/engine/features/newFile.ts';
import { newFileRequest, wholeFileRequest } from '../../server/src/newFileProtocol.ts';
import { expandSnippet } from '../support/expandSnippet.ts';
import { startSession } from '../support/lspSession.ts';

const { wholeFiles, clientProperties } = describeNewFile();
const someName = 'orders "$1" \\ }';

test('every client of the server may ask for it', async () => {
  const session = await startSession({});
  expect(await session.client.sendRequest(newFileRequest)).toEqual(describeNewFile());
  const params = { id: 'kafka-plain', name: 'orders', taken: ['ORDERS_PASSWORD'] };
  expect(await session.client.sendRequest(wholeFileRequest, params)).toContain('{secret:${4:ORDERS_PASSWORD_2}\\}');
  expect(await session.client.sendRequest(wholeFileRequest, { ...params, id: 'toString' })).toBe(null);
  session.end();
});

describe.each(wholeFiles)('$title', ({ id, example, names }) => {
  const { text, tabStops } = expandSnippet(beginFile({ id, name: someName, taken: [] }) ?? '');

  test('has the name that it is given, and more to fill in behind it', () => {
    expect(JSON.parse(text).name).toBe(someName);
    expect(text).toMatch(/^\{\n\t"type": "\w+",\n\t"name": ".*\}\n$/s);
    expect(tabStops[0]?.number).toBe(names.length > 0 ? 0 : 2);
    expect([...names, example].filter((name) => name !== '').length).toBeGreaterThan(0);
  });
});

describe('settings of other clients', () => {
  const { properties, supported = [], jaas = {} } = clientProperties;
  const config = kafka.properties.config.allOf[0];
  const moved = Object.entries(config?.mistaken ?? {}).flatMap(([name, mistake]) =>
    'move' in mistake && /^[a-z]+\..*\./.test(`${name}.`) ? [[name, mistake.move] as const] : [],
  );

  test.each(moved)('%s goes where the rules move it: %s', (name, to) => {
    expect(properties[name]?.to).toBe(to);
  });

  test('those that keep their name are the supported ones', () => {
    expect(supported).toEqual(Object.keys(config?.properties ?? {}));
    expect(supported.filter((name) => Object.hasOwn(properties, name))).toEqual([]);
  });

  test('those that get another name there are supported under it', () => {
    const renamed = Object.values(properties).flatMap(({ to }) => (to?.startsWith('/config/') ? [to.slice(8)] : []));
    expect(renamed.length).toBeGreaterThan(0);
    expect(renamed.filter((name) => !supported.includes(name))).toEqual([]);
  });

  test('values that have another name are values of the schema', () => {
    const { enum: mechanisms, mistaken } = authentication.properties.mechanism;
    const { values = {} } = properties['sasl.mechanism'] ?? {};
    expect(Object.values(values).filter((value) => !mechanisms.includes(value))).toEqual([]);
    expect(mistaken).toMatchObject(
      Object.fromEntries(Object.entries(values).map(([old, replace]) => [old, { replace }])),
    );
    const assumed = Object.values(jaas).flatMap(({ also }) => also?.['/authentication/mechanism'] ?? []);
    expect(assumed.filter((value) => !mechanisms.includes(value))).toEqual([]);
  });
});
