// What the engine says in the language that it has the words of, and in English without.
import * as l10n from '@vscode/l10n';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEngine } from '../../server/src/engine/index.ts';
import { types } from '../support/completionTable.ts';
import { atCursor, toText } from '../support/cursor.ts';
import { actionsAt } from '../support/fix.ts';

const engine = createEngine();
const purpose = 'Name of the cluster, which must be of a dedicated tier. Needed.';
const german = {
  '{0} is not a connection type.': '{0} ist keine Art von Verbindung.',
  'Did you mean {0}?': 'Gemeint ist {0}?',
  'Choose {0}.': 'Zur Wahl: {0}.',
  '{0}, {1}': '{0}; {1}',
  '{0} or {1}': '{0} oder {1}',
  'Change to {0}': 'In {0} ändern',
  'Create connection': 'Verbindung anlegen',
  'HTTPS connection': 'HTTPS-Verbindung',
  '"{name}" is not known in this {title}, neither in API version 2025-02-19 nor in the newest one.':
    'In „{title}“ gibt es "{name}" nicht.',
  'Known are {0}.': 'Bekannt: {0}.',
  'Missing "{name}". Add it: {purpose}': '"{name}" fehlt. {purpose}',
  'Expected a colon after the key.': 'Doppelpunkt erwartet.',
  'Expected {expected}, found {found}.': 'Erwartet: {expected}; gefunden: {found}.',
  'a string': 'Text',
  'an array': 'Liste',
  'Put it in quotes.': 'In Anführungszeichen setzen.',
  'a number': 'Zahl',
  'mutual TLS': 'gegenseitiges TLS',
  Required: 'Nötig',
  required: 'nötig',
  Documentation: 'Dokumentation',
  'Made-up data that Atlas provides': 'Erfundene Daten von Atlas',
  'Compare it with this file and update it, or rename this one.': 'Anders nennen.',
  [purpose]: 'Der Name. Er ist nötig.',
};

async function messages(content: string): Promise<string[]> {
  return (await engine.findings(toText(content))).map(({ message }) => message);
}

beforeEach(() => l10n.config({ contents: german }));
afterEach(() => l10n.config({ contents: {} }));

describe('in German', () => {
  test.each([
    ['a rule', '{ "type": "kafka", "name": "a" }', '"kafka" ist keine Art von Verbindung. Gemeint ist "Kafka"?'],
    [
      'a title of the schemas',
      '{ "type": "Https", "name": "a", "url": "https://a.de", "zzz": 1 }',
      'In „HTTPS-Verbindung“ gibt es "zzz" nicht. Bekannt: "type"; "name"; "region"; "url" oder "headers".',
    ],
    ['a description of the schemas', '{ "type": "Cluster", "name": "a" }', '"clusterName" fehlt. Der Name.'],
    ['a type', '{ "type": "Sample", "name": 1 }', 'Erwartet: Text; gefunden: Zahl. In Anführungszeichen setzen.'],
    ['a syntax error', '{ "type" "Sample", "name": "a" }', 'Doppelpunkt erwartet.'],
  ])('%s', async (_, content, message) => {
    expect(await messages(content)).toContain(message);
  });

  test('a list', async () => {
    const listed = `${types.slice(0, -1).join('; ')} oder ${types.at(-1)}`;
    expect((await messages('{ "type": "zzz" }'))[0]).toMatch(new RegExp(`Zur Wahl: ${listed}\\.$`));
  });

  test('a hover', () => {
    const { text, position } = atCursor('{ "type": "Cluster", "cluster‸Name": "a" }');
    const hover = JSON.stringify(engine.hover(text, position));
    expect(hover).toMatch(/Der Name\. Er ist nötig\./);
    expect(hover).toContain('[Dokumentation](');
  });

  test('a key of the completion list, and a whole file', () => {
    const { text, position } = atCursor('{ "type": "Cluster", ‸ }');
    const item = engine.complete(text, position).items.find(({ label }) => label === 'clusterName');
    expect(item?.detail).toBe('nötig');
    expect(JSON.stringify(item?.documentation)).toContain('Der Name.');
    const files = engine.complete(toText(''), { line: 0, character: 0 }).items;
    expect(files.find(({ label }) => label === 'sample')?.documentation).toBe('Erfundene Daten von Atlas');
  });

  test('a block, which the English word finds, too', () => {
    const { text, position } = atCursor('{ "type": "Kafka", "authentication": ‸ }');
    const item = engine.complete(text, position).items.find(({ label }) => label === 'gegenseitiges TLS');
    expect(item?.filterText).toBe('mutual TLS gegenseitiges TLS');
  });

  test('a new file', () => {
    expect(engine.describeNewFile().wholeFiles[0]?.description).toBe('Erfundene Daten von Atlas');
  });

  test('a lens', () => {
    expect(engine.codeLenses(toText('{}'), {})[0]?.command?.title).toBe('$(cloud-upload) Verbindung anlegen');
  });

  test('a quick fix', async () => {
    const { actions } = await actionsAt('{ "type": "ka‸fka" }');
    expect(actions.map(({ title }) => title)).toContain('In "Kafka" ändern');
  });

  test('the advice behind what Atlas says', () => {
    const refusal = { status: 409, errorCode: 'STREAM_CONNECTION_NAME_ALREADY_EXISTS', detail: 'It is there.' };
    expect(engine.complaints({ name: 'a' }, refusal)[0]?.message).toBe('It is there. Anders nennen.');
  });

  test('what has no translation is said in English', async () => {
    expect(await messages('')).toEqual([expect.stringMatching(/^This file is empty\./)]);
  });
});

test('in Chinese the first sentence of a description ends with 。', async () => {
  l10n.config({
    contents: { [purpose]: '连接的名称。必需。', 'Missing "{name}". Add it: {purpose}': '缺少 "{name}"。{purpose}' },
  });
  expect(await messages('{ "type": "Cluster", "name": "a" }')).toContain('缺少 "clusterName"。连接的名称。');
});

test('in English again once there are no words', async () => {
  l10n.config({ contents: {} });
  expect((await messages('{ "type": "kafka", "name": "a" }'))[0]).toBe(
    '"kafka" is not a connection type. Did you mean "Kafka"?',
  );
});
