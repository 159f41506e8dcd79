// Runs rows one after the other, and says of each at once what came of it.
import { missOf } from './budget.ts';
import type { Measured } from './compare.ts';
import { failedLine, head, type Line, measuredLine } from './table.ts';

export interface Row extends Line {
  /** What `npm run bench -- ID` asks for; any part of it is enough. */
  readonly id: string;
  /** Writes what it needs into the folder. */
  measure(folder: string): Promise<Measured>;
}

export interface Report {
  /** The table, in Markdown. */
  readonly lines: readonly string[];
  /** The ids of the rows that are over a budget. */
  readonly missed: readonly string[];
  /** The ids of the rows that could not be measured. */
  readonly failed: readonly string[];
}

/** Measures the rows; one that fails costs none of the others. `print` is given each line as soon as it is known. */
export async function runRows(rows: readonly Row[], folder: string, print: (line: string) => void): Promise<Report> {
  const lines: string[] = [];
  const missed: string[] = [];
  const failed: string[] = [];
  const add = (line: string) => {
    lines.push(line);
    print(line);
  };
  head.forEach(add);
  for (const row of rows) {
    try {
      const measured = await row.measure(folder);
      add(measuredLine(row, measured));
      if (row.budgets.some((budget) => missOf(budget, measured, row.unit) !== undefined)) missed.push(row.id);
    } catch (error) {
      add(failedLine(row));
      print(`${row.id}: ${error instanceof Error ? error.stack : error}`);
      failed.push(row.id);
    }
  }
  return { lines, missed, failed };
}

/** The rows whose ids begin with one of the words; all, if there is no word. @throws where a word fits none */
export function chosenRows(rows: readonly Row[], words: readonly string[]): readonly Row[] {
  const fits = (row: Row, word: string) => row.id === word || row.id.startsWith(`${word}-`);
  const unknown = words.filter((word) => !rows.some((row) => fits(row, word)));
  if (unknown.length > 0) {
    throw new Error(`No row is called ${unknown.join(', ')}; there are ${rows.map(({ id }) => id).join(', ')}.`);
  }
  return words.length === 0 ? rows : rows.filter((row) => words.some((word) => fits(row, word)));
}
