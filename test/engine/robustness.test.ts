// Texts that break editors: nothing throws, and an answer comes.
import { expect, test } from 'vitest';
import { createEngine } from '../../server/src/engine/index.ts';
import { atCursor, toText } from '../support/cursor.ts';

const engine = createEngine();
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
  await engine.complete(text, position);
  await engine.hover(text, position);
  await engine.prepareRequest(text);
  engine.symbols(text);
  engine.foldingRanges(text);
  engine.selectionRanges(text, [position]);
  engine.codeLenses(text, {});
  engine.format(text, undefined, { tabSize: 2, insertSpaces: true });
}

test('every prefix of a file, with the cursor at its end', async () => {
  for (let length = 0; length <= sample.length; length++) await askEverything(sample.slice(0, length), length);
});

test('every cursor of a file', async () => {
  for (let offset = 0; offset <= sample.length; offset++) await askEverything(sample, offset);
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
  const content = `{ "type": "Sample", ${entries.join(',\n')} }`;
  expect(content.length).toBeGreaterThan(5_000_000);
  const diagnostics = await engine.diagnose(toText(content));
  expect(diagnostics).toHaveLength(101);
  expect(diagnostics.at(-1)?.message).toBe('And 99900 more findings. Fix the first ones to see them.');
});

test('positions count UTF-16 units, behind astral characters and any line break', async () => {
  for (const lineBreak of ['\n', '\r\n', '\r']) {
    const { text } = atCursor(['{', '  "type": "Sample",', '  "name": "😀", "zzz": 1', '}'].join(lineBreak));
    const [finding] = await engine.findings(text);
    expect(finding?.range).toEqual({ start: { line: 2, character: 16 }, end: { line: 2, character: 21 } });
  }
});
