// A secret written where a name goes, as a key or as one of a few words, is found in the key and said nowhere.
import { expect, test } from 'vitest';
import { maskSecrets } from '../../client/src/core/redaction/secretPaths.ts';
import { createEngine } from '../../server/src/engine/index.ts';
import { secretPlaces } from '../../server/src/engine/schema/secretPlaces.ts';
import { toText } from '../support/cursor.ts';
import { canary } from './misplaced.ts';

const engine = createEngine();
const named = [
  `Authorization: Bearer ${canary}`,
  `https://shop:${canary}@h.example.com`,
  `sasl.password=${canary}`,
  `-----BEGIN PRIVATE KEY-----\n${canary}\n-----END PRIVATE KEY-----`,
];
const kafka = { type: 'Kafka', name: 'orders' };
const keys = named.flatMap((key) => [
  { ...kafka, [key]: '' },
  { ...kafka, config: { [key]: 1 } },
  { ...kafka, authentication: { mechanism: 'PLAIN', [key]: { a: 1 } } },
  { type: 'Https', name: 'orders', url: 'https://h.example.com', headers: { [key]: '' } },
]);
const words = named.flatMap((word) => [
  { type: word, name: 'orders' },
  { type: 'Sample', name: word },
  { ...kafka, authentication: { mechanism: word }, security: { protocol: word } },
  { type: 'Cluster', name: 'orders', clusterName: word, dbRoleToExecute: { role: word, type: word } },
  { type: 'SchemaRegistry', name: 'orders', provider: word, schemaRegistryAuthentication: { type: word } },
  { ...kafka, networking: { access: { type: word, connectionId: word } }, region: word },
]);

/** Whatever is said of the body: messages, titles, outline, hovers, links. */
async function saidOf(body: object): Promise<string[]> {
  const text = toText(JSON.stringify(body, null, 2));
  const range = { start: text.positionAt(0), end: text.positionAt(text.getText().length) };
  const actions = await engine.codeActions(text, { range }, {}, { commands: true });
  const lines = text.getText().split('\n');
  const hovers = lines.flatMap((line, number) =>
    [/\S/, /(?<=: )/].map((at) => engine.hover(text, { line: number, character: Math.max(0, line.search(at)) + 2 })),
  );
  return [
    ...(await engine.diagnose(text)).map(({ message }) => String(message)),
    ...actions.map(({ title }) => title),
    ...[engine.symbols(text), hovers, engine.links(text).map(({ target }) => target)].map((one) => JSON.stringify(one)),
  ];
}

test('a secret in a key is found there, and no message, title, outline or hover has it', async () => {
  for (const body of keys) {
    const found = await engine.findings(toText(JSON.stringify(body)));
    expect(found.map(({ code }) => code)).toContain('inline-secret');
    expect((await saidOf(body)).filter((one) => one.includes(canary))).toEqual([]);
  }
});

test('a secret in the place of a word is said nowhere', async () => {
  for (const body of words) expect((await saidOf(body)).filter((one) => one.includes(canary))).toEqual([]);
});

test('a secret in a key is masked, and shown by no diff', () => {
  for (const body of keys) {
    expect(JSON.stringify(maskSecrets(body, secretPlaces()))).not.toContain(canary);
    expect(JSON.stringify([engine.compare(body, kafka), engine.compare(kafka, body)])).not.toContain(canary);
  }
});
