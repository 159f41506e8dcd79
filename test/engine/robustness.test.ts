// Texts that break editors: nothing throws, and an answer comes.
import { expect, test } from 'vitest';
import { setAt } from '../../client/src/core/json.ts';
import { createEngine } from '../../server/src/engine/index.ts';
import { rangeOf } from '../../server/src/engine/json/ranges.ts';
import { connectionTypeNames } from '../../server/src/engine/schema/connectionTypes.ts';
import { placesIn } from '../../server/src/engine/schema/places.ts';
import { atCursor, toText } from '../support/cursor.ts';
import { fixtures } from '../support/fixtures.ts';

const engine = createEngine();
const known = { secretNames: ['P'] };
const sample = `{
  "type": "Kafka",
  "name": "orders😀",
  "bootstrapServers": "broker.example.com:9092",
  "authentication": { "mechanism": "PLAIN", "username": "u", "password": "\${secret:P}" },
  "security": { "protocol": "SASL_SSL" }
}`;

async function askEverything(content: string, offset: number): Promise<void> {
  const text = toText(content);
  const position = text.positionAt(offset);
  await engine.diagnose(text);
  engine.complete(text, position, known);
  engine.hover(text, position, known);
  engine.links(text);
  await engine.prepareRequest(text);
  engine.symbols(text);
  engine.foldingRanges(text);
  engine.selectionRanges(text, [position]);
  engine.codeLenses(text, known);
  engine.format(text, undefined, { tabSize: 2, insertSpaces: true });
  await engine.codeActions(text, { range: rangeOf(text, 0, content.length), only: [''] }, known);
}

test('every prefix of a file, with the cursor at its end', async () => {
  for (let length = 0; length <= sample.length; length++) await askEverything(sample.slice(0, length), length);
});

test('every cursor of a file', async () => {
  for (let offset = 0; offset <= sample.length; offset++) await askEverything(sample, offset);
});

test('anything in the place of any value', async () => {
  const values: readonly unknown[] = [{}, [], [{}, {}], [[], []], null, 5, true, ''];
  const texts = fixtures.flatMap(({ content }) =>
    placesIn(JSON.parse(content)).flatMap(({ path }) =>
      values.map((value) => JSON.stringify(setAt(JSON.parse(content), path.map(String), value))),
    ),
  );
  for (const text of new Set(texts)) await askEverything(text, 1);
});

test.each(fixtures)('$file: every prefix and every cursor is answered in the text as it is', ({ content }) => {
  const whole = toText(content);
  for (let offset = 0; offset <= content.length; offset++) {
    const prefix = toText(content.slice(0, offset));
    for (const text of [prefix, whole]) {
      const position = text.positionAt(offset);
      for (const { textEdit } of engine.complete(text, position, known).items) {
        if (!textEdit || !('range' in textEdit)) throw new Error(`No edit at ${offset}`);
        const { start, end } = textEdit.range;
        // An editor takes only an edit around the cursor, on its line.
        expect([start.line, end.line]).toEqual([position.line, position.line]);
        expect(start.character <= position.character && position.character <= end.character).toBe(true);
      }
      engine.hover(text, position, known);
    }
    engine.links(prefix);
    engine.codeLenses(prefix, known);
  }
});

test.each([
  ['empty', ''],
  ['an array', '[]'],
  ['a number', '3'],
  ['binary', String.fromCharCode(...Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256))],
  ['a lone surrogate', '{ "type": "Sample", "name": "\ud800" }'],
  ['a byte order mark', '\ufeff{ "type": "Sample" }'],
  ['a key named __proto__', '{ "type": "Sample", "__proto__": { "polluted": true }, "constructor": 1 }'],
])('%s', async (_, content) => {
  await askEverything(content, 0);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test.each(['[', '{"a":', '{"type":"Kafka","config":['])(
  '%s a hundred thousand times over is one finding',
  async (open) => {
    const content = open.repeat(100_000);
    await askEverything(content, content.length);
    expect((await engine.findings(toText(content))).map(({ code }) => code)).toEqual(['too-deep']);
  },
);

test('five megabytes are read, and at most a hundred findings shown', async () => {
  const entries = Array.from(
    { length: 100_000 },
    (_, index) => `"unknown.parameter.number.${index}": "some value or other"`,
  );
  const content = `{ "type": "Sample", "name": "samplelog", ${entries.join(',\n')} }`;
  expect(content.length).toBeGreaterThan(5_000_000);
  const diagnostics = await engine.diagnose(toText(content));
  expect(diagnostics).toHaveLength(101);
  expect(diagnostics.at(-1)?.message).toBe(
    '99900 more findings are not shown, none of them an error. Warnings among them: 99900. Fix others to see them.',
  );
});

test('positions count UTF-16 units, behind astral characters and any line break', async () => {
  for (const lineBreak of ['\n', '\r\n', '\r']) {
    const { text } = atCursor(['{', '  "type": "Sample",', '  "name": "😀", "zzz": 1', '}'].join(lineBreak));
    const finding = (await engine.findings(text)).find(({ code }) => code === 'unknown-property');
    expect(finding?.range).toEqual({ start: { line: 2, character: 16 }, end: { line: 2, character: 21 } });
  }
});

test.each([
  ['spaces', ' '],
  ['commas', ','],
  ['semicolons', ';'],
  ['colons', ':'],
  ['at signs', '@'],
  ['angle brackets', '<a'],
  ['servers without a port', 'a,'],
  ['placeholders', '${env:A}'],
  ['placeholders without an end', '${env:'],
  ['PEM blocks without an end', '-----BEGIN CERTIFICATE-----'],
  ['PEM blocks on one line', '-----BEGIN PRIVATE KEY-----A-----END PRIVATE KEY-----'],
  ['line breaks', '\n'],
])('a value of half a megabyte of %s is read in time', async (_, unit) => {
  const value = unit.repeat(500_000 / unit.length);
  for (const length of [value.length, 64_000, 4_000]) {
    const text = value.slice(0, length);
    const authentication = { sslCertificate: text, sslKey: text };
    const url = { type: 'Https', url: text, headers: { [text]: text } };
    const kafka = { type: 'Kafka', bootstrapServers: text, authentication, security: { protocol: 'SSL' } };
    for (const file of [url, kafka]) await engine.findings(toText(JSON.stringify(file)));
  }
});

test.each(['-----BEGIN CERTIFICATE-----\n', '-----BEGIN CERTIFICATE-----\nA\n-----END CERTIFICATE-----\n'])(
  'half a megabyte of pasted %j is read in time',
  async (block) => {
    for (const end of ['"', '\\"', '']) {
      const content = `{ "type": "Kafka", "a": "${block.repeat(500_000 / block.length)}${end}`;
      expect((await engine.findings(toText(content))).length).toBeGreaterThan(0);
    }
  },
);

test.each([
  ['letters', 'a'],
  ['escapes', '\\n'],
  ['stars', '/*'],
])('a megabyte of %s before the cursor is read in time', (_, unit) => {
  const long = `{ "name": "${unit.repeat(1_000_000 / unit.length)}`;
  const { text, position } = atCursor(`${long}", "type": "‸" }`);
  expect(engine.complete(text, position).items).toHaveLength(connectionTypeNames.length);
  expect(engine.complete(toText(long), { line: 0, character: 5 }).items.length).toBeGreaterThan(0);
});
