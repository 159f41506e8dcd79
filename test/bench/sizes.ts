// How large the files are that people download.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { packageWithoutRepository } from '../../client/packaging/package.ts';
import { budgets } from './budgets.ts';
import { limitRow, type Row } from './row.ts';

/** The bundles as they are in dist/, and the .vsix made of them, each beside what it may weigh. */
export async function measureSizes(root: string, folder: string): Promise<Row[]> {
  const vsix = join(folder, 'streamconn.vsix');
  await packageWithoutRepository(vsix);
  const weigh = async (name: string, file: string, limit: number) =>
    limitRow(name, (await stat(file)).size / 1000, limit, 'KB');
  return [
    await weigh('dist/server.js', join(root, 'dist/server.js'), budgets.serverSize),
    await weigh('dist/extension.js', join(root, 'dist/extension.js'), budgets.extensionSize),
    await weigh('dist/atlas.js', join(root, 'dist/atlas.js'), budgets.atlasSize),
    await weigh('.vsix', vsix, budgets.vsixSize),
  ];
}
