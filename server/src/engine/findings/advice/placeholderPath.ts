// Paths of `${file:PATH}`: only files below the workspace folder are read, by a plain way down.
import * as l10n from '@vscode/l10n';
import { writePlaceholder } from '../../../placeholder.ts';
import type { Remark } from '../remark.ts';

/** Of the whole path. What sending refuses is here as well, and nothing else. */
const pathFaults: readonly (readonly [RegExp, () => string])[] = [
  [/\p{Cc}/u, () => l10n.t('A path with a control character in it is not read.')],
  [/^(?:[/\\]|[a-z]:)/i, () => l10n.t('An absolute path is not read.')],
  [/^~/, () => l10n.t('The home folder is not read, nor is ~ replaced.')],
  [/%(?:2e|2f|5c|00)/i, () => l10n.t('The path is taken as it stands: %2e is no dot.')],
  [/:/, () => l10n.t('A path with a colon in it is not read.')],
];

/** Of each step on the way. */
const stepFaults: readonly (readonly [RegExp, () => string])[] = [
  [/^\.\.$/, () => l10n.t('A path with .. in it is not read.')],
  [
    /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=$|[. ])/i,
    () => l10n.t('Windows keeps this name for a device, so it is not read.'),
  ],
  [/^(?!\.$).*[. ]$/, () => l10n.t('A name that ends in a dot or space is not read.')],
];

/** What is wrong with the path. The file itself is looked for only when the connection is sent. */
export function pathFault(path: string): Remark[] {
  const steps = path.split(/[/\\]/);
  const fault =
    pathFaults.find(([pattern]) => pattern.test(path)) ??
    stepFaults.find(([pattern]) => steps.some((step) => pattern.test(step)));
  if (fault) return [remark(fault[1]())];
  if (!path.includes('\\')) return [];
  const fixes = [{ kind: 'replace', value: writePlaceholder({ kind: 'file', name: steps.join('/') }) } as const];
  const message = l10n.t('Separate folders by /, so that the file is found on every system.');
  return [{ code: 'placeholder-path', severity: 'warning', message, fixes }];
}

function remark(fault: string): Remark {
  const advice = l10n.t('Write a path below the workspace folder: certificates/ca.pem.');
  return { code: 'placeholder-path', message: `${fault} ${advice}` };
}
