// The two readers of the schemas agree on what is valid: ajv, which finds the errors, and vscode-json-languageservice.
import { expect, test } from 'vitest';
import { getLanguageService } from 'vscode-json-languageservice';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { connectionTypeNames, rootSchema } from '../../server/src/engine/connectionTypes.ts';
import { validate } from '../../server/src/engine/generated/validate.js';
import { toText } from '../support/cursor.ts';
import { fieldsOf } from '../support/fields.ts';
import { fixtures } from '../support/fixtures.ts';
import { type Entries, mutate } from '../support/mutate.ts';
import { createRandom } from '../support/random.ts';

const service = getLanguageService({});
service.configure({ schemas: [{ uri: 'streamconn:schema', fileMatch: ['*'], schema: rootSchema }] });

const values = fixtures.map(({ content }) => JSON.parse(content));
const known = [['zzz', 1], ...values.flatMap(entriesIn), ...connectionTypeNames.flatMap(entriesOfSchema)] as Entries;

function entriesIn(value: unknown): Entries {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap((entry) => [entry, ...entriesIn(entry[1])]);
}

/** Names with their listed values and examples; but not `$schema`, which would choose another schema. */
function entriesOfSchema(type: string): Entries {
  return [...fieldsOf(type)]
    .filter(([path]) => path !== '$schema')
    .flatMap(([path, said]) =>
      said
        .flatMap((schema) => schema.enum ?? schema.examples ?? '')
        .map((one) => [path.replace(/^.*\./, ''), one] as const),
    );
}

async function isValidInEditor(value: unknown): Promise<boolean> {
  const text = toText(JSON.stringify(value));
  const found = await service.doValidation(text, service.parseJSONDocument(text), { schemaValidation: 'error' });
  return !found.some(({ severity }) => severity === DiagnosticSeverity.Error);
}

test('two thousand damaged files are judged alike', async () => {
  const random = createRandom(1);
  const judged = { valid: 0, invalid: 0 };
  for (let count = 0; count < 2_000; count++) {
    const value = mutate(random.pick(values), known, random);
    const isValid = validate(value);
    expect(await isValidInEditor(value), JSON.stringify(value)).toBe(isValid);
    judged[isValid ? 'valid' : 'invalid']++;
  }
  // Neither verdict is a rarity.
  expect(Math.min(judged.valid, judged.invalid)).toBeGreaterThan(250);
});
