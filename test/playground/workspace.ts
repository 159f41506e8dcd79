// The sample workspace: one valid file for each connection type, a faulty one, and settings that point to the sandbox.
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connectionTypeNames } from '../../server/src/engine/schema/connectionTypes.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

const fixtures = join(import.meta.dirname, '../fixtures');

/** The file to begin with. */
export const firstFile = 'Kafka.streamconn.json';

/** Makes the folder and fills it. */
export async function writeWorkspace(folder: string, { state }: Sandbox): Promise<void> {
  await mkdir(join(folder, '.vscode'), { recursive: true });
  for (const type of connectionTypeNames) {
    const samples = (await readdir(join(fixtures, type))).sort();
    const sample = samples.find((name) => /^(plain|public|same|solar|signed|user)/.test(name)) ?? samples[0] ?? '';
    await copyFile(join(fixtures, type, sample), join(folder, `${type}.streamconn.json`));
  }
  await copyFile(join(import.meta.dirname, 'faulty.streamconn.json'), join(folder, 'faulty.streamconn.json'));
  const [project] = state.projects.values();
  const settings = { 'streamconn.projectId': project?.id, 'streamconn.instance': 'orders' };
  await writeFile(join(folder, '.vscode/settings.json'), `${JSON.stringify(settings, null, 2)}\n`);
}
