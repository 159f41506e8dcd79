// Golden findings: `<code>/<name>.json` is a file, `<name>.golden` what is found in it. Each rule has one that fires and,
// called silent*.json, one that does not. UPDATE_GOLDEN=1 writes the golden files anew; read the difference.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import rules from '../../schemas/rules.json' with { type: 'json' };
import { certificates } from '../../server/src/certificates.ts';
import { createEngine, toPointer } from '../../server/src/engine/index.ts';
import { everyType } from '../support/completionTable.ts';
import { toText } from '../support/cursor.ts';

const folder = import.meta.dirname;
const engine = createEngine({ certificates });
const known = { secretNames: ['STORED'] };

const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: code }) =>
    readdirSync(join(folder, code))
      .filter((file) => file.endsWith('.json'))
      .map((file) => ({ code, file, path: join(folder, code, file) })),
  );

async function findingsIn(path: string): Promise<string[]> {
  const text = toText(readFileSync(path, 'utf8'));
  return (await engine.findings(text, known)).map(({ severity, code, path: place, range, message }) => {
    const drawnOn = JSON.stringify(text.getText(range)).slice(1, -1).slice(0, 60);
    const words = message.replace(everyType, '<every type>');
    return `${severity} ${code} ${toPointer(place)} [${drawnOn}]\n  ${words}`;
  });
}

test.each(cases)('$code/$file', async ({ code, file, path }) => {
  const found = await findingsIn(path);
  const fires = found.some((finding) => finding.split(' ')[1] === code);
  expect(fires).toBe(!file.startsWith('silent'));
  const golden = path.replace(/\.json$/, '.golden');
  const text = found.map((finding) => `${finding}\n`).join('');
  if (process.env.UPDATE_GOLDEN) writeFileSync(golden, text);
  expect(text).toBe(existsSync(golden) ? readFileSync(golden, 'utf8') : 'no golden file');
});

/** No private key is kept in a file: test/engine/pem.test.ts makes the ones that these fire on. */
const firesOnKeys: ReadonlySet<string> = new Set(['key-mismatch']);

test.each(Object.keys(rules))('%s has a file that it fires on and one that it is silent on', (code) => {
  const files = cases.filter((entry) => entry.code === code).map(({ file }) => file);
  expect(files.some((file) => file.startsWith('silent'))).toBe(true);
  expect(files.some((file) => !file.startsWith('silent'))).toBe(!firesOnKeys.has(code));
});

test('every folder is a rule', () => {
  expect(cases.filter(({ code }) => !(code in rules))).toEqual([]);
});
