// The lenses of a file: above its connection, and above its secrets.
import { describe, expect, test } from 'vitest';
import { createEngine, type LensContext } from '../../server/src/engine/index.ts';
import { toText } from '../support/cursor.ts';

const engine = createEngine();
const lenses = (content: string, context: LensContext = {}) => engine.codeLenses(toText(content), context);
const titles = (content: string, context?: LensContext) =>
  lenses(content, context).map(({ range, command }) => `${range.start.line} ${command?.title}`);

describe('above the connection', () => {
  test('they stand where the root object begins', () => {
    expect(titles('\n\n{ "type": "Sample" }')).toEqual([
      '2 $(cloud-upload) Create connection',
      '2 $(target) Choose target',
    ]);
  });

  test('they name the target once there is one', () => {
    expect(titles('{}', { targetTitle: 'Shop / orders' })).toContain('0 $(target) Shop / orders');
  });

  test.each(['', '[]', '3'])('they are not drawn on %s', (content) => {
    expect(titles(content)).toEqual([]);
  });

  test('they carry the address of the file', () => {
    const [create] = lenses('{}');
    const uri = 'untitled:test.streamconn.json';
    expect(create?.command).toMatchObject({ command: 'streamconn.createConnection', arguments: [uri] });
  });
});

describe('above a secret', () => {
  const uri = 'untitled:test.streamconn.json';
  const file = (password: string) => `{
  "type": "Kafka",
  "authentication": {
    "mechanism": "PLAIN",
    "username": "user",
    "password": ${JSON.stringify(password)}
  }
}`;
  const onSecrets = (content: string, context: LensContext) =>
    lenses(content, context)
      .slice(2)
      .map(({ range, command }) => [range.start.line, command?.title, command?.command, command?.arguments]);
  const pointer = '/authentication/password';

  test.each<[string, readonly unknown[]]>([
    ['hunter2', ['$(lock) Move to Secret Storage', 'streamconn.moveToSecretStorage', [uri, pointer]]],
    ['${secret:NEW}', ['$(key) Store secret…', 'streamconn.storeSecret', [uri, 'NEW']]],
    ['${secret:OLD}', ['$(key) Replace stored secret', 'streamconn.storeSecret', [uri, 'OLD']]],
  ])('%s', (password, [title, command, args]) => {
    expect(onSecrets(file(password), { secretNames: ['OLD'] })).toEqual([[5, title, command, args]]);
  });

  test.each(['', '${env:PASSWORD}', '${file:a.txt}', '${secret:'])('%j: none', (password) => {
    expect(onSecrets(file(password), { secretNames: ['OLD'] })).toEqual([]);
  });

  test('a header that signs in has one, by its whole pointer', () => {
    const content = '{ "type": "Https", "url": "https://a.example.com", "headers": { "Authorization": "Bearer abc" } }';
    expect(onSecrets(content, { secretNames: [] })).toEqual([
      [0, '$(lock) Move to Secret Storage', 'streamconn.moveToSecretStorage', [uri, '/headers/Authorization']],
    ]);
  });

  test('none while the names are not known', () => {
    expect(onSecrets(file('hunter2'), {})).toEqual([]);
  });
});
