// The page of rules says what the table of rules says.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createEngine } from '../../server/src/engine/index.ts';
import { rulesPage, rulesPageFile } from '../../server/writeRulesPage.ts';
import { toText } from '../support/cursor.ts';

test('docs/rules.md is up to date: npm run docs', () => {
  expect(readFileSync(rulesPageFile, 'utf8')).toBe(rulesPage());
});

test('every diagnostic links to the heading of its rule', async () => {
  const [diagnostic] = await createEngine().diagnose(toText('{}'));
  expect(diagnostic?.codeDescription?.href).toMatch(/\/docs\/rules\.md#missing-type$/);
  expect(rulesPage()).toContain('\n## missing-type\n');
});
