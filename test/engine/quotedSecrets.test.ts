// A secret that stands where another value belongs is found, and no message repeats it.
import { expect, test } from 'vitest';
import { setAt } from '../../client/src/core/json.ts';
import { createEngine } from '../../server/src/engine/index.ts';
import { placesIn } from '../../server/src/engine/schema/places.ts';
import { toText } from '../support/cursor.ts';
import { fixtures } from '../support/fixtures.ts';

const engine = createEngine();
const canary = 'Hunter2Hunter2Xyz';
const secrets = [
  `Bearer ${canary}`,
  `https://user:${canary}@example.com/x`,
  `Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=a;SharedAccessKey=${canary}=`,
  `-----BEGIN PRIVATE KEY-----\n${canary}\n-----END PRIVATE KEY-----`,
];

const texts = fixtures.flatMap(({ content }) =>
  placesIn(JSON.parse(content))
    .filter(({ value }) => typeof value === 'string')
    .flatMap(({ path }) => secrets.map((secret) => setAt(JSON.parse(content), path.map(String), secret))),
);

test('no message repeats a secret, whatever property has it', async () => {
  expect(texts.length).toBeGreaterThan(500);
  for (const value of texts) {
    const text = JSON.stringify(value);
    const messages = (await engine.findings(toText(text))).map(({ message }) => message);
    expect(
      messages.filter((message) => message.includes(canary)),
      text,
    ).toEqual([]);
  }
});

test('words stand for it', async () => {
  const findings = await engine.findings(toText(`{ "type": "Bearer ${canary}" }`));
  expect(findings.map(({ code }) => code)).toEqual(['unknown-type', 'inline-secret']);
  expect(findings[0]?.message).toMatch(/^\(secret\) is not a connection type\. Choose "/);
});
