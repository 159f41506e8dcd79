// What is there before a pull: the connection files of the folder, and the names that secrets have already.
import type { Uri } from 'vscode';
import { createMakeFile, type MakeFile } from '../../core/pull/makeFile.ts';
import { type ConnectionFile, connectionFilesIn } from '../files/namedFiles.ts';
import { namesInUse } from '../secrets/namesInUse.ts';
import type { Uses } from '../services.ts';

export interface Surroundings {
  /** Those of the folder. */
  readonly files: readonly ConnectionFile[];
  /** Names no secret like one that is stored, or that a file of the workspace or of the folder has. */
  readonly makeFile: MakeFile;
}

/** Undefined when `signal` aborts. */
export async function lookAround(
  services: Uses<'fileOf' | 'secrets'>,
  folder: Uri | undefined,
  signal: AbortSignal,
): Promise<Surroundings | undefined> {
  const files = folder ? await connectionFilesIn(folder) : [];
  const inUse = await namesInUse(services, files, signal);
  return inUse && { files, makeFile: createMakeFile(services, inUse) };
}
