// `npm run bench`: what the product costs, beside the least that it could cost and beside what people use today. It exits with 1
// where a budget is missed or a row could not be measured. `npm run bench -- keystroke check-1000` runs only the rows whose ids
// begin with one of these words; a run that measured all rows writes its table into docs/performance.md.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { arch, cpus, platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { withTable } from './page.ts';
import { rows } from './rows.ts';
import { chosenRows, runRows } from './run.ts';

const page = join(import.meta.dirname, '../../docs/performance.md');
const chosen = chosenRows(rows, process.argv.slice(2));
const folder = await mkdtemp(join(tmpdir(), 'streamconn-bench-'));
try {
  const { lines, missed, failed } = await runRows(chosen, folder, console.log);
  if (missed.length > 0) console.log(`\nOver budget: ${missed.join(', ')}`);
  if (failed.length > 0) console.log(`\nNot measured: ${failed.join(', ')}`);
  if (chosen.length === rows.length && failed.length === 0) {
    const machine = `Node ${process.version}, ${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model}`;
    await writeFile(page, withTable(await readFile(page, 'utf8'), [...lines, '', `Measured with ${machine}.`]));
  }
  process.exitCode = missed.length + failed.length > 0 ? 1 : 0;
} finally {
  await rm(folder, { recursive: true, force: true });
}
