// What ours is measured against, as programs that can be started: the floors, and what people use today.
import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundles } from '../../esbuild.mjs';
import { rootSchema } from '../../server/src/engine/schema/connectionTypes.ts';
import { installServer, npm, testFolder } from '../vscode/install.ts';
import { installOnce } from '../vscode/installOnce.ts';

const root = join(import.meta.dirname, '../..');

/** A language server, to be started with `--stdio`. */
export interface ServerProgram {
  readonly file: string;
  readonly languageId: string;
  /** Sent to a server that knows none by itself. */
  readonly schema?: object;
}

/** Ours, a server that does less, and VS Code's own for JSON. */
export async function servers(folder: string, floor: 'emptyServer' | 'bareServer') {
  const languageId = 'streamconn';
  const jsonServer = '../extensions/json-language-features/server/dist/node/jsonServerMain.js';
  return {
    ours: { file: join(root, 'dist/server.js'), languageId },
    floor: { file: await buildFloor(folder, floor), languageId },
    'VS Code JSON': {
      file: join(await installServer(), '..', jsonServer),
      languageId: 'json',
      schema: rootSchema,
    },
  } satisfies Record<string, ServerProgram>;
}

/** Runs a program over connection files in a folder; returns its exit code. */
export type Checker = (cwd: string, files: readonly string[]) => Promise<number>;

/** Ours, one thread that does the least, and what checks JSON on the command line. */
export async function checkers(folder: string) {
  const floor = await buildFloor(folder, 'bareCheck');
  const tools = join(await installTools(), 'node_modules');
  // Its package has the native program for each platform, and starts it.
  const native: { spawn(args: string[], options: object): Promise<{ code: number }> } = createRequire(
    import.meta.filename,
  )(join(tools, '@sourcemeta/jsonschema'));
  const schema = join(folder, 'schema.json');
  const $schema = 'https://json-schema.org/draft/2019-09/schema';
  await writeFile(schema, JSON.stringify({ $schema, ...rootSchema }));
  const ajvCli = [join(tools, 'ajv-cli/dist/index.js'), 'validate', '--spec=draft2019', '--strict=false', '-s', schema];
  return {
    ours: (cwd, files) => runNode(cwd, [join(root, 'dist/cli.js'), 'check', ...files]),
    floor: (cwd, files) => runNode(cwd, [floor, ...files]),
    'ajv-cli': (cwd) => runNode(cwd, [...ajvCli, '-d', '*.streamconn.json']),
    jsonschema: async (cwd) => {
      const { code } = await native.spawn(['validate', '--fast', '--continue', schema, '.'], { cwd, stdio: 'ignore' });
      return code;
    },
  } satisfies Record<string, Checker>;
}

/** Builds one of `programs/` in the very way in which ours is built. */
async function buildFloor(folder: string, name: 'emptyServer' | 'bareServer' | 'bareCheck'): Promise<string> {
  const outfile = join(folder, `${name}.js`);
  const like = name === 'bareCheck' ? bundles.cli : bundles.server;
  await build({ ...like, entryPoints: [join(import.meta.dirname, `programs/${name}.ts`)], outfile });
  return outfile;
}

/** The packages of `tools/`, in a folder of their own. */
async function installTools(): Promise<string> {
  const tools = join(import.meta.dirname, 'tools');
  const version = hash('sha1', await readFile(join(tools, 'package-lock.json'), 'utf8')).slice(0, 8);
  return installOnce(testFolder, `bench-tools-${version}`, 'ajv-cli and jsonschema (90 MB)', async (target) => {
    for (const name of ['package.json', 'package-lock.json']) await copyFile(join(tools, name), join(target, name));
    await npm(target, 'ci', '--ignore-scripts');
  });
}

async function runNode(cwd: string, args: readonly string[]): Promise<number> {
  const [code] = await once(spawn(process.execPath, args, { cwd, stdio: 'ignore' }), 'exit');
  return code;
}
