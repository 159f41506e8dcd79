// Paths of `${file:PATH}`: only files below the workspace folder are read.
import type { Remark } from './advice.ts';

/** What is wrong with the path. The file itself is looked for only when the connection is sent. */
export function pathFault(path: string): Remark[] {
  if (/^(?:[/\\]|[a-z]:)/i.test(path)) return [remark('An absolute path is not read.')];
  if (path.startsWith('~')) return [remark('The home folder is not read, nor is ~ replaced.')];
  const steps = path.split(/[/\\]/);
  if (leaves(steps)) return [remark('This path leads out of the workspace folder, and is not read.')];
  if (!path.includes('\\')) return [];
  const fixes = [{ kind: 'replace', value: `\${file:${steps.join('/')}}` } as const];
  const message = 'Separate folders by /, so that the file is found on every system.';
  return [{ code: 'placeholder-path', severity: 'warning', message, fixes }];
}

function remark(fault: string): Remark {
  return {
    code: 'placeholder-path',
    message: `${fault} Write a path below the workspace folder: certificates/ca.pem.`,
  };
}

/** Whether any step on the way stands above the start. */
function leaves(steps: readonly string[]): boolean {
  let depth = 0;
  return steps.some((step) => {
    if (step === '..') depth -= 1;
    else if (step !== '' && step !== '.') depth += 1;
    return depth < 0;
  });
}
