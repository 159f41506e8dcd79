// The process of the language server, as this machine sees it.
import { execFileSync } from 'node:child_process';
import { type CodeLens, commands, type TextDocument } from 'vscode';
import { poll } from './poll.ts';

/** Of each that the extension host has now. */
export function serverPids(): readonly number[] {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return all.flatMap((line) => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(parent) === process.pid && /[\\/]dist[\\/]server\.js( |$)/.test(command) ? [Number(pid)] : [];
  });
}

/** The one that there is, and not one of `others`. */
export function serverPid(...others: readonly number[]): Promise<number> {
  return poll('one language server', () => {
    const [pid, ...more] = serverPids();
    return more.length === 0 && pid !== undefined && !others.includes(pid) ? pid : undefined;
  });
}

/** Ends it as a crash does. */
export function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // It was quicker.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Until the file has its lenses. */
export function lensesCome(document: TextDocument): Promise<unknown> {
  return poll('lenses', async () => {
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    const titles = lenses.map(({ command }) => command?.title);
    return titles.includes('$(cloud-upload) Create connection') && titles.some((title) => title?.includes('(target)'));
  });
}
