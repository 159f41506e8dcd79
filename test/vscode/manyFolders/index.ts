// Entry of the in-host suite in a workspace of two folders: VS Code calls run().
import { beginSuite, endSuite } from '../suite/mochaRun.ts';

export async function run(): Promise<void> {
  const mocha = beginSuite('manyFolders');
  await import('./targets.ts');
  await endSuite(mocha);
}
