// Which findings an editor is shown where there are more than it can show: the severest, wherever they stand.
import { expect, test } from 'vitest';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { createEngine } from '../../server/src/engine/index.ts';
import { toText } from '../support/cursor.ts';

const engine = createEngine();

const numbered = (name: string, count: number, value: string) =>
  Array.from({ length: count }, (_, index) => `"${name}${index}": ${value},`).join('\n');

/** Unknown keys, which are warnings, and behind them what else is given. */
const withWarnings = (count: number, rest = '"clusterName": "c"') =>
  toText(`{ "type": "Cluster", "name": "x", ${numbered('zz', count, '1')} ${rest} }`);

const withErrors = () => withWarnings(150, '"region": 1, "dbRoleToExecute": 2, "clusterName": 3');

test('errors behind 150 warnings are shown', async () => {
  const shown = await engine.diagnose(withErrors());
  const errors = shown.filter(({ severity }) => severity === DiagnosticSeverity.Error);
  expect(errors.map(({ data }) => data.pointer)).toEqual(['/region', '/dbRoleToExecute', '/clusterName']);
  expect(shown).toHaveLength(101);
});

test('what is shown stands in the order of the text, and the last one tells what is left out', async () => {
  const text = withErrors();
  const shown = await engine.diagnose(text);
  const offsets = shown.slice(0, -1).map(({ range }) => text.offsetAt(range.start));
  expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
  expect(shown.at(-1)).toMatchObject({
    severity: DiagnosticSeverity.Warning,
    code: 'unknown-property',
    data: { pointer: '/zz97' },
    message: '53 more findings are not shown, none of them an error. Warnings among them: 53. Fix others to see them.',
  });
});

test('where errors are left out, it says how many, and stands at the first of them', async () => {
  const text = toText(`{ "type": "Https", "name": "x", "url": "https://a.example.com", ${numbered('y', 10, '1')}
    "headers": { ${numbered('h', 104, '1')} "last": 1 } }`);
  const shown = await engine.diagnose(text);
  expect(shown.at(-1)).toMatchObject({
    severity: DiagnosticSeverity.Error,
    code: 'wrong-type',
    data: { pointer: '/headers/h100' },
    message: '15 more findings are not shown. Errors among them: 5. Fix others to see them.',
  });
});

test('one that is left out is said by its severity', async () => {
  expect((await engine.diagnose(withWarnings(101))).at(-1)?.message).toBe(
    'One more warning is not shown. Fix others to see it.',
  );
});

test('a hundred findings are all shown, and nothing else', async () => {
  expect(await engine.diagnose(withWarnings(100))).toHaveLength(100);
});
