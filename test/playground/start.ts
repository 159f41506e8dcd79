// `npm start`: a real VS Code on sample files, beside the sandbox Atlas; everything ends with Ctrl-C.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeSandbox, startSandbox } from '../sandbox/startSandbox.ts';
import { startWorkbench } from '../vscode/workbench.ts';
import { firstFile, writeWorkspace } from './workspace.ts';

const root = join(import.meta.dirname, '../..');
const { values } = parseArgs({ options: { desktop: { type: 'boolean', default: false } } });

const base = await mkdtemp(join(tmpdir(), 'streamconn-'));
const folder = join(base, 'connections');
const sandbox = await startSandbox(8484);
await writeWorkspace(folder, sandbox);
const userSettings = { 'streamconn.atlas.additionalHosts': [sandbox.origin] };
const editor = values.desktop ? await openDesktop() : await openInBrowser();

console.log(`
${describeSandbox(sandbox)}

${editor.howToOpen}

Click “Create connection” above the file, sign in with the credentials above, and look at what comes back.
Stop everything with Ctrl-C.
`);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop());

async function stop(): Promise<void> {
  await Promise.all([editor.stop(), sandbox.stop()]);
  await rm(base, { recursive: true, force: true });
  process.exit(0);
}

interface Editor {
  readonly howToOpen: string;
  stop(): Promise<void>;
}

async function openInBrowser(): Promise<Editor> {
  const connectionToken = randomBytes(8).toString('hex');
  const port = await firstFreePort(8485);
  const workbench = await startWorkbench({ port, connectionToken, userSettings, complete: true });
  const address = workbench.address({ folder, openFile: join(folder, firstFile) });
  const howToOpen = `Open this address in a browser:\n\n  ${address}

VS Code keeps credentials and secrets in that page: they're gone after a reload, and you enter them again.`;
  return { howToOpen, stop: workbench.stop };
}

/** The person's own VS Code, with a profile apart from theirs. */
async function openDesktop(): Promise<Editor> {
  const profile = join(base, 'profile');
  await mkdir(join(profile, 'User'), { recursive: true });
  await writeFile(join(profile, 'User/settings.json'), JSON.stringify(userSettings));
  const code = spawn(
    'code',
    [
      ...['--new-window', '--wait', '--disable-workspace-trust', `--extensionDevelopmentPath=${root}`],
      ...[`--user-data-dir=${profile}`, `--extensions-dir=${join(profile, 'extensions')}`],
      ...[folder, join(folder, firstFile)],
    ],
    { stdio: 'ignore', shell: process.platform === 'win32' },
  );
  const started = new Promise<void>((resolve, reject) => {
    code.once('spawn', resolve);
    code.once('error', reject);
  });
  const ended = new Promise<void>((resolve) => {
    code.once('close', () => resolve());
  });
  try {
    await started;
  } catch {
    console.error('There is no “code” on the PATH. Install it from VS Code’s command palette, or leave out --desktop.');
    await sandbox.stop();
    await rm(base, { recursive: true, force: true });
    process.exit(2);
  }
  void ended.then(stop);
  return {
    howToOpen: 'VS Code opens in a window of its own; closing it stops everything.',
    stop: async () => {
      code.kill();
      await ended;
    },
  };
}

/** `port`, or the first one after it that nobody listens on. */
function firstFreePort(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(firstFreePort(port + 1));
      else reject(error);
    });
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(port)));
  });
}
