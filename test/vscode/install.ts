// Puts a VS Code (the server build inside code-server) and a headless Chromium below .vscode-test/, from npm alone.
import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { installOnce } from './installOnce.ts';

export const testFolder = join(import.meta.dirname, '../../.vscode-test');

const codeServerVersion = '4.139.1';
const chromiumVersion = '153.0.0';

/** VS Code's server; the path of its `server-main.js`. Installed on first use, in about ten seconds. */
export async function installServer(): Promise<string> {
  const folder = await installOnce(
    testFolder,
    `code-server-${codeServerVersion}`,
    'VS Code (620 MB)',
    async (target) => {
      // Its install scripts compile parts that only terminals and logging need.
      await npm(target, 'install', '--ignore-scripts', `code-server@${codeServerVersion}`);
      const vscode = join(target, 'node_modules/code-server/lib/vscode');
      for (const part of [vscode, join(vscode, 'extensions')]) {
        await npm(part, 'install', '--omit=dev', '--ignore-scripts');
      }
    },
  );
  const vscode = join(folder, 'node_modules/code-server/lib/vscode');
  await replaceLogger(join(vscode, 'node_modules/@vscode/spdlog/index.js'));
  return join(vscode, 'out/server-main.js');
}

/** Leaves a file that is right as it is, because another run may be reading it. */
async function replaceLogger(file: string): Promise<void> {
  const entryPoints = [join(import.meta.dirname, 'spdlog.ts')];
  const { outputFiles } = await build({ entryPoints, platform: 'node', format: 'cjs', write: false });
  const text = outputFiles[0]?.text ?? '';
  if ((await readFile(file, 'utf8')) !== text) await writeFile(file, text);
}

export interface InstalledChromium {
  readonly executable: string;
  /** Libraries that a bare machine lacks. */
  readonly libraries: string;
  /** A fontconfig folder with one font, for a machine without any. */
  readonly fonts: string;
}

/** Headless Chromium for Linux; installed on first use. */
export async function installChromium(): Promise<InstalledChromium> {
  const folder = await installOnce(testFolder, `chromium-${chromiumVersion}`, 'Chromium (260 MB)', async (target) => {
    await npm(target, 'install', '--ignore-scripts', `@sparticuz/chromium@${chromiumVersion}`);
    const bin = join(target, 'node_modules/@sparticuz/chromium/bin');
    const archives = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'].map((name) => join(bin, name));
    const script = `import { inflate } from '@sparticuz/chromium';
      for (const archive of ${JSON.stringify(archives)}) await inflate(archive);`;
    // It unpacks into the folder for temporary files.
    await run(target, process.execPath, ['--input-type=module', '--eval', script], { TMPDIR: target });
  });
  return {
    executable: join(folder, 'chromium'),
    libraries: join(folder, 'al2023/lib'),
    fonts: join(folder, 'fonts'),
  };
}

/** Runs npm in the folder. @throws with its output if it fails */
export function npm(folder: string, ...args: string[]): Promise<void> {
  const all = [...args, '--no-audit', '--no-fund', '--loglevel=error'];
  const npmCli = process.env.npm_execpath;
  return npmCli ? run(folder, process.execPath, [npmCli, ...all]) : run(folder, 'npm', all);
}

function run(folder: string, command: string, args: readonly string[], environment = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: folder,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        output += data;
      });
    }
    child.once('error', reject);
    child.once('close', (exitCode) => {
      if (exitCode === 0) resolve();
      else reject(new Error(`${command} ${args.join(' ')} ended with ${exitCode} in ${folder}:\n${output}`));
    });
  });
}
