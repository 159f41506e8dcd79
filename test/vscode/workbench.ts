// A real VS Code to open in a browser: the server, a profile of its own, and the address of a window.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import manifest from '../../package.json' with { type: 'json' };
import { installServer, testFolder } from './install.ts';

export interface WorkbenchOptions {
  /** The first free port is taken when this is 0 or absent. */
  readonly port?: number;
  /** What the address must carry as `tkn`; without it, everybody on this machine may open the window. */
  readonly connectionToken?: string;
  readonly userSettings?: Readonly<Record<string, unknown>>;
  /** Whether every folder counts as trusted; true if absent. */
  readonly trusted?: boolean;
  /** Whether windows run an extension and its tests from their folders; VS Code then shows no notification. */
  readonly underTest?: boolean;
  /** Whether VS Code has all its own extensions, as a person has, and starts slowly; if absent, those that tests can see. */
  readonly complete?: boolean;
}

export interface WindowOptions {
  /** A folder, or a `.code-workspace` file of several. */
  readonly folder: string;
  readonly openFile?: string;
  readonly extensionDevelopmentPath?: string;
  readonly extensionTestsPath?: string;
}

export interface Workbench {
  /** The address of a window; its paths are absolute ones of this machine. */
  address(window: WindowOptions): string;
  /** Ends the server and every extension host, and removes the profile. */
  stop(): Promise<void>;
}

const quiet = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.ignoreRecommendations': true,
};

/** By the names of their folders. */
const builtInsSeen = ['json', 'theme-defaults', 'theme-seti', 'markdown-basics', 'markdown-language-features'];

/** Starts VS Code's server on loopback, installing it on first use; resolves when it listens. */
export async function startWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const { port = 0, connectionToken, userSettings = {}, trusted = true, underTest = false, complete = false } = options;
  const main = await installServer();
  const profile = await mkdtemp(join(testFolder, 'profile-'));
  await mkdir(join(profile, 'data/User'), { recursive: true });
  await writeFile(join(profile, 'data/User/settings.json'), JSON.stringify({ ...quiet, ...userSettings }, null, 2));
  if (!underTest) await installExtension(join(profile, 'extensions'));
  const builtIns = join(profile, 'built-in');
  if (!complete) await linkBuiltIns(main, builtIns);
  const server = spawn(process.execPath, [
    main,
    '--accept-server-license-terms',
    ...['--host', '127.0.0.1', '--port', String(port), '--server-data-dir', profile],
    ...['--telemetry-level', 'off'],
    ...(complete ? [] : ['--builtin-extensions-dir', builtIns]),
    ...(underTest ? ['--enable-smoke-test-driver'] : []),
    ...(trusted ? ['--disable-workspace-trust'] : []),
    ...(connectionToken ? ['--connection-token', connectionToken] : ['--without-connection-token']),
  ]);
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = async () => {
    server.kill();
    await exited;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  const bound = await whenListening(server).catch(async (error) => {
    await stop();
    throw error;
  });
  return { address: (window) => address(bound, connectionToken, window), stop };
}

/** Puts the built extension where VS Code looks for installed ones, as a link: a new build needs a new window only. */
async function installExtension(extensions: string): Promise<void> {
  const root = join(import.meta.dirname, '../..');
  await mkdir(extensions, { recursive: true });
  await symlink(root, join(extensions, `${manifest.publisher}.${manifest.name}-${manifest.version}`), 'junction');
}

/** Most of VS Code's own extensions have no part in any test, and cost half the time until the first lens. */
async function linkBuiltIns(main: string, folder: string): Promise<void> {
  await mkdir(folder);
  for (const name of builtInsSeen) await symlink(join(main, '../../extensions', name), join(folder, name), 'junction');
}

function whenListening(server: ChildProcess): Promise<number> {
  let output = '';
  return new Promise((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream?.on('data', (data) => {
        output += data;
        const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
        if (port) resolve(Number(port));
      });
    }
    server.once('exit', (exitCode) => reject(new Error(`VS Code's server ended with ${exitCode}:\n${output}`)));
  });
}

function address(port: number, connectionToken: string | undefined, window: WindowOptions): string {
  const { folder, openFile, extensionDevelopmentPath, extensionTestsPath } = window;
  const remote = (path: string) => `vscode-remote://127.0.0.1:${port}${pathToFileURL(path).pathname}`;
  const payload = [
    ['skipWelcome', 'true'],
    ...(extensionDevelopmentPath ? [['extensionDevelopmentPath', remote(extensionDevelopmentPath)]] : []),
    ...(extensionTestsPath ? [['extensionTestsPath', remote(extensionTestsPath)]] : []),
    ...(openFile ? [['openFile', remote(openFile)]] : []),
  ];
  const query = new URLSearchParams({
    ...(connectionToken ? { tkn: connectionToken } : {}),
    [folder.endsWith('.code-workspace') ? 'workspace' : 'folder']: decodeURIComponent(pathToFileURL(folder).pathname),
    payload: JSON.stringify(payload),
  });
  return `http://127.0.0.1:${port}/?${query}`;
}
