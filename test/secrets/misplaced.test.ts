// A secret in a wrong place is as secret as in its right one: in the outline, a diff, a preview, every copied form, a new file, a log.
import { describe, expect, test } from 'vitest';
import { previewRequest } from '../../client/src/core/export/preview.ts';
import { createRedactor } from '../../client/src/core/redaction/redactor.ts';
import { maskSecrets, maskSecretsInText, secretsIn } from '../../client/src/core/redaction/secretPaths.ts';
import { createEngine } from '../../server/src/engine/index.ts';
import { secretPlaces } from '../../server/src/engine/schema/secretPlaces.ts';
import { requestOf, writeAll } from '../core/export/exporting.ts';
import { readOne } from '../core/import/reading.ts';
import { toText } from '../support/cursor.ts';
import { besides, bodyWithAt, canary, harmless, misplaced } from './misplaced.ts';

const engine = createEngine();
const alone = Object.entries(misplaced).flatMap(([kind, places]) =>
  places.map(([pointer, value]) => ({ kind, pointer, value, body: bodyWithAt(pointer, value) })),
);
const beside = besides.map(([pointer, around]) => {
  return { kind: 'beside', pointer, value: canary, body: { type: 'Https', name: 'orders', ...around } };
});
const cases = [...alone, ...beside];
const innocents = harmless.map(([pointer, value]) => ({ pointer, value, body: bodyWithAt(pointer, value) }));

/** The cases of whose body the text shows the secret. */
const shownBy = (show: (body: Record<string, unknown>) => string) =>
  cases.filter(({ body }) => show(body).includes('Horse9')).map(({ pointer, value }) => `${pointer} ${value}`);

async function codesAt(body: object, pointer: string): Promise<string[]> {
  const diagnostics = await engine.diagnose(toText(JSON.stringify(body, null, 2)));
  return diagnostics.flatMap(({ code, data }) => (data?.pointer === pointer ? [String(code)] : []));
}

test('there are as many as were seen to leak', () => expect(cases.length).toBeGreaterThan(60));

test.each(cases)('$kind: $pointer is found', async ({ pointer, body }) => {
  expect(await codesAt(body, pointer)).toContain('inline-secret');
});

test.each(innocents)('$pointer is none', async ({ pointer, value, body }) => {
  expect(await codesAt(body, pointer)).not.toContain('inline-secret');
  expect(secretsIn(body, secretPlaces())).toEqual([]);
  expect(JSON.stringify(maskSecrets(body, secretPlaces()))).toContain(JSON.stringify(value));
});

describe('is not shown', () => {
  test('by the outline', () => {
    expect(shownBy((body) => JSON.stringify(engine.symbols(toText(JSON.stringify(body)))))).toEqual([]);
  });

  test('by a diff, on either side', () => {
    const empty = { type: 'Kafka', name: 'orders' };
    expect(shownBy((body) => JSON.stringify(engine.compare(body, empty)))).toEqual([]);
    expect(shownBy((body) => JSON.stringify(engine.compare(empty, body)))).toEqual([]);
    expect(shownBy((body) => JSON.stringify(engine.compare(body, body)))).toEqual([]);
    const other = { ...empty, headers: { A: 'b' }, env: {}, authentication: { mechanism: 'PLAIN' } };
    expect(shownBy((body) => JSON.stringify(engine.compare(body, other)))).toEqual([]);
    expect(shownBy((body) => JSON.stringify(engine.compare(other, body)))).toEqual([]);
  });

  test('in a pulled file', () => {
    expect(shownBy((body) => engine.fileOf(body)?.text ?? '')).toEqual([]);
  });

  test('in the preview, nor in any copied form', async () => {
    for (const { pointer, body } of cases) {
      const request = await requestOf(body);
      const preview = previewRequest(request, { userAgent: 'test', signedBy: 'apiKey' });
      const texts = [preview, ...writeAll(request).map(([, { text }]) => text)];
      expect(texts.map((text) => [pointer, text.includes('Horse9')])).toEqual(texts.map(() => [pointer, false]));
    }
  });

  test('in a new file, or anywhere but among what is stored', () => {
    expect(shownBy((body) => readOne(JSON.stringify(body)).text)).toEqual([]);
  });

  test('in an answer that repeats the request, or its value', () => {
    const places = secretPlaces();
    expect(shownBy((body) => maskSecretsInText(JSON.stringify({ detail: 'no', request: [body] }), places))).toEqual([]);
    for (const { body, value } of cases) {
      expect(createRedactor(secretsIn(body, places))(`Invalid value: ${value}.`)).not.toContain('Horse9');
    }
  });

  test('by a link, nor by a title or message', async () => {
    for (const { pointer, body } of cases) {
      const text = toText(JSON.stringify(body, null, 2));
      const range = { start: { line: 0, character: 0 }, end: text.positionAt(text.getText().length) };
      const actions = await engine.codeActions(text, { range }, {}, { commands: true });
      const said = [
        ...(await engine.diagnose(text)).map(({ message }) => message),
        ...actions.map(({ title }) => title),
        ...engine.links(text).map(({ target }) => target),
      ];
      expect([pointer, said.filter((one) => String(one).includes('Horse9'))]).toEqual([pointer, []]);
    }
  });
});
