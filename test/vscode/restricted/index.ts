// Entry of the in-host suite in Restricted Mode: VS Code calls run().
import { beginSuite, endSuite } from '../suite/mochaRun.ts';

export async function run(): Promise<void> {
  const mocha = beginSuite('restricted');
  await import('./commands.ts');
  await import('./connectionsView.ts');
  await import('./languageFeatures.ts');
  await import('./settings.ts');
  await endSuite(mocha);
}
