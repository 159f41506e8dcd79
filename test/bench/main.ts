// `npm run bench`: what the product costs, each thing beside the least that it could cost, and the budget for it.
// It informs: the exit code is 0 whatever it finds, or with --strict 1 where something is over its budget.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundles } from '../../esbuild.mjs';
import { measureActivation } from './activation.ts';
import { budgets } from './budgets.ts';
import { compareCheck } from './checkCase.ts';
import { compiledSchemas } from './compiledSchemas.ts';
import { certificatesText, largeText, smallText } from './documents.ts';
import { compareMemory } from './memoryCase.ts';
import { type Row, ratioRow, toTable } from './row.ts';
import { compareKeystroke, compareStart } from './serverCases.ts';
import { measureSizes } from './sizes.ts';

const root = join(import.meta.dirname, '../..');
const folder = await mkdtemp(join(tmpdir(), 'streamconn-bench-'));
const program = (name: string) => join(folder, `${name}.js`);
const server = join(root, 'dist/server.js');

/** Builds what ours is measured against, in the very way in which ours is built. */
async function buildBaselines(): Promise<void> {
  for (const [name, like] of [
    ['emptyServer', bundles.server],
    ['bareServer', bundles.server],
    ['bareCheck', bundles.cli],
  ] as const) {
    const entryPoints = [join(import.meta.dirname, `programs/${name}.ts`)];
    await build({ ...like, entryPoints, plugins: [compiledSchemas, ...like.plugins], outfile: program(name) });
  }
}

async function measure(): Promise<Row[]> {
  const bare = { ours: server, baseline: program('bareServer') };
  const check = { ours: join(root, 'dist/cli.js'), baseline: program('bareCheck') };
  const often = { rounds: 150, together: 10, warmUps: 60 };
  const small = await compareKeystroke(bare, smallText, often);
  const certificates = await compareKeystroke(bare, certificatesText, often);
  const large = await compareKeystroke(bare, largeText, { rounds: 15, together: 1, warmUps: 5 });
  const memory = await compareMemory(server);
  return [
    ratioRow('start → first diagnostics', await compareStart(server, program('emptyServer')), budgets.start),
    ratioRow('keystroke → diagnostics, 1 KB', small, budgets.keystroke),
    ratioRow('keystroke → diagnostics, 3 KB with certificates', certificates, budgets.keystrokeWithCertificates),
    ratioRow('keystroke → diagnostics, 5 MB', large, budgets.largeFile),
    ...(memory ? [ratioRow('memory, 5 MB', memory, budgets.largeFileMemory, 'MB')] : []),
    ratioRow(
      'streamconn check, 1 file',
      await compareCheck(check, folder, { amount: 1, rounds: 40 }),
      budgets.checkOne,
    ),
    ratioRow(
      'streamconn check, 1000 files',
      await compareCheck(check, folder, { amount: 1000, rounds: 10 }),
      budgets.checkMany,
    ),
    ...(await measureActivation(root, folder)),
    ...(await measureSizes(root, folder)),
  ];
}

try {
  await buildBaselines();
  const rows = await measure();
  console.log(toTable(rows));
  if (process.argv.includes('--strict') && rows.some(({ isWithin }) => !isWithin)) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
