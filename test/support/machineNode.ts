// The Node that a user of this machine has, which need not be the one that the tests run on.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface NodeProgram {
  readonly program: string;
  readonly version: string;
}

/** The first `node` on PATH outside of node_modules; this process's own if there is none, or if it is older than `oldest`. */
export function machineNode(oldest: number): NodeProgram {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  const program = folders.map((folder) => join(folder, name)).find(existsSync);
  const version = program && execFileSync(program, ['--version'], { encoding: 'utf8' }).trim();
  return program && version && majorOf(version) >= oldest ? { program, version } : ownNode;
}

const ownNode: NodeProgram = { program: process.execPath, version: process.version };

function majorOf(version: string): number {
  return Number(/^v(\d+)/.exec(version)?.[1] ?? 0);
}
