// How large the files are that people download, in KB of 1000 bytes.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { packageWithoutRepository } from '../../../client/packaging/package.ts';
import type { Measured } from '../compare.ts';

/** A file of dist/. */
export async function measureBundle(name: string): Promise<Measured> {
  return sizeOf(join(import.meta.dirname, '../../../dist', name));
}

/** What is installed in VS Code. */
export async function measureVsix(folder: string): Promise<Measured> {
  const vsix = join(folder, 'streamconn.vsix');
  await packageWithoutRepository(vsix);
  return sizeOf(vsix);
}

async function sizeOf(file: string): Promise<Measured> {
  return { ours: (await stat(file)).size / 1000, rivals: [] };
}
