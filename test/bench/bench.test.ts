// The parts of the bench that measure nothing, with fixed figures.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createEngine } from '../../server/src/engine/index.ts';
import { type Budget, missOf, wordBudget } from './budget.ts';
import { compare, type Measured, type Name, toMeasured } from './compare.ts';
import { largeFaultyText, largeText, smallFaultyText, smallText } from './documents.ts';
import { withTable } from './page.ts';
import { rows } from './rows.ts';
import { chosenRows, type Row, runRows } from './run.ts';
import { measuredLine } from './table.ts';

const measured = toMeasured(
  new Map([
    ['ours', [3, 30, 6]],
    ['floor', [2, 10, 6]],
    ['VS Code JSON', [3, 60, 3]],
  ]),
);

const row = (id: string, budgets: readonly Budget[], measure: () => Promise<Measured>): Row => ({
  id,
  title: id,
  unit: 'ms',
  budgets,
  measure,
});

describe('comparing', () => {
  test('takes turns, and another contender begins each round', async () => {
    const order: Name[] = [];
    await compare({ ours: 'ours', floor: 'floor' } as const, { rounds: 2, warmUps: 1 }, async (name) => {
      order.push(name);
      return 1;
    });
    expect(order).toEqual(['ours', 'floor', 'floor', 'ours', 'ours', 'floor']);
  });

  test('leaves warm-ups out', async () => {
    let cost = 1000;
    const { ours } = await compare({ ours: '' }, { rounds: 3, warmUps: 2 }, async () => {
      cost -= 100;
      return cost;
    });
    expect(ours).toBe(600);
  });

  test('divides round by round, not median by median', () => {
    expect(measured).toEqual({
      ours: 6,
      rivals: [
        { name: 'floor', cost: 6, ratio: { median: 1.5, low: 1.5, high: 3 } },
        { name: 'VS Code JSON', cost: 3, ratio: { median: 1, low: 1, high: 2 } },
      ],
    });
  });
});

describe('a budget', () => {
  test.each<[Budget, string, string | undefined]>([
    [{ kind: 'limit', most: 6 }, '≤ 6 ms', undefined],
    [{ kind: 'limit', most: 5 }, '≤ 5 ms', '6 ms'],
    [{ kind: 'ratio', to: 'floor', most: 1.5 }, '≤ 1.5× floor', undefined],
    [{ kind: 'ratio', to: 'floor', most: 1.3 }, '≤ 1.3× floor', '1.50× floor'],
    [{ kind: 'ahead', of: 'VS Code JSON' }, 'ahead of VS Code JSON', '1.00× VS Code JSON'],
    [{ kind: 'ahead', of: 'jsonschema' }, 'ahead of jsonschema', 'NaN× jsonschema'],
  ])('%o', (budget, words, miss) => {
    expect(wordBudget(budget, 'ms')).toBe(words);
    expect(missOf(budget, measured, 'ms')).toBe(miss);
  });
});

describe('the table', () => {
  const cells = (budgets: readonly Budget[]) =>
    measuredLine({ title: 'opening', unit: 'ms', budgets }, measured)
      .split('|')
      .map((cell) => cell.trim());

  test('has ours, the floor, what people use, the budgets and the verdict', () => {
    expect(cells([{ kind: 'ratio', to: 'floor', most: 1.5 }])).toEqual([
      '',
      'opening',
      '6.00 ms',
      '6.00 ms, 1.50× (1.50–3.00)',
      'VS Code JSON 3.00 ms, 1.00× (1.00–2.00)',
      '≤ 1.5× floor',
      'kept',
      '',
    ]);
  });

  test('names what is missed, by how much', () => {
    const verdict = cells([
      { kind: 'ratio', to: 'floor', most: 1.5 },
      { kind: 'ahead', of: 'VS Code JSON' },
    ]).at(-2);
    expect(verdict).toBe('**missed**: 1.00× VS Code JSON');
  });

  test('judges nothing where there is no budget', () => {
    expect(cells([]).at(-2)).toBe('');
  });
});

describe('a run', () => {
  test('goes on after a row that fails, and prints each line before the next row begins', async () => {
    const printed: string[] = [];
    const after: number[] = [];
    const give = async () => {
      after.push(printed.length);
      return measured;
    };
    const broken = row('broken', [{ kind: 'limit', most: 1 }], () => Promise.reject(new Error('no server')));
    const report = await runRows(
      [row('good', [{ kind: 'limit', most: 6 }], give), broken, row('slow', [{ kind: 'limit', most: 1 }], give)],
      '',
      (line) => printed.push(line),
    );
    expect(report.missed).toEqual(['slow']);
    expect(report.failed).toEqual(['broken']);
    expect(report.lines.map((line) => line.split('|').at(-2)?.trim()).slice(2)).toEqual([
      'kept',
      '**not measured**',
      '**missed**: 6 ms',
    ]);
    expect(printed.join('\n')).toContain('broken: Error: no server');
    expect(after).toEqual([2, 5]);
  });

  test.each([
    [[], rows.length],
    [['keystroke'], 8],
    [['keystroke-5mb'], 2],
    [['check-1000', 'start'], 3],
  ])('of %j takes these rows', (words, amount) => {
    expect(chosenRows(rows, words)).toHaveLength(amount);
  });

  test('refuses a word that fits no row', () => {
    expect(() => chosenRows(rows, ['check', 'keys'])).toThrow('No row is called keys');
  });
});

describe('the documents', () => {
  const codes = (text: string) =>
    createEngine()
      .findings(TextDocument.create('bench:', 'streamconn', 0, text))
      .map(({ code }) => code);

  test.each([smallText, largeText(20_000)])('that are clean have no findings', (text) => {
    expect(codes(text)).toEqual([]);
  });

  test('that are faulty have findings from the schemas, which VS Code has, too', () => {
    expect(new Set(codes(smallFaultyText))).toEqual(new Set(['not-allowed-value', 'unknown-property', 'wrong-type']));
    expect(new Set(codes(largeFaultyText(20_000)))).toEqual(new Set(['wrong-type']));
  });
});

describe('docs/performance.md', () => {
  const page = () => readFile(join(import.meta.dirname, '../../docs/performance.md'), 'utf8');

  test('shows each row with its budget', async () => {
    const shown = (await page())
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(1);
    const titleAndBudget = (line: string) => [line.split('|')[1]?.trim(), line.split('|')[5]?.trim()];
    expect(shown.map(titleAndBudget)).toEqual(
      rows.map(({ title, budgets, unit }) => [title, budgets.map((budget) => wordBudget(budget, unit)).join(', ')]),
    );
  });

  test('keeps what is around the table', async () => {
    const before = await page();
    const after = withTable(before, ['| new |']);
    expect(after).toContain('<!-- bench -->\n\n| new |\n\n<!-- /bench -->');
    expect(after.split('<!-- bench -->')[0]).toBe(before.split('<!-- bench -->')[0]);
    expect(() => withTable('# Performance', [])).toThrow();
  });
});
