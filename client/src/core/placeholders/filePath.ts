// Which paths `${file:PATH}` takes: the plain way down from the workspace folder, the same on every system.
import * as l10n from '@vscode/l10n';

type Refused = readonly (readonly [pattern: RegExp, say: () => string])[];

/** Of the whole path. */
const refusedPaths: Refused = [
  [/[\p{Cc}]/u, () => l10n.t('the path has a control character in it.')],
  [/^[/\\]|^[a-z]:/i, () => l10n.t('an absolute path is not read.')],
  [/^~/, () => l10n.t('the home folder is not read.')],
  [/%(?:2e|2f|5c|00)/i, () => l10n.t('the path is taken as it stands, and %2e is not read as a dot.')],
  [/:/, () => l10n.t('a path has no colon in it.')],
  [/(?:^|[/\\])\.\.(?=$|[/\\])/, () => l10n.t('a path with .. in it is not read.')],
];

/** Of each step on the way. */
const refusedSteps: Refused = [
  [
    /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=$|[. ])/i,
    () => l10n.t('Windows keeps this name for a device. Rename the file or folder.'),
  ],
  [/^(?!\.$).*[. ]$/, () => l10n.t('Windows drops a dot or space at the end of a name. Rename the file or folder.')],
];

/** Why a path is not read, before anything is looked for; undefined where it may be. */
export function pathRefusal(path: string, platform: string = process.platform): string | undefined {
  const steps = path.split(/[/\\]/);
  const [, sayPath] = refusedPaths.find(([pattern]) => pattern.test(path)) ?? [];
  if (sayPath) return `${sayPath()} ${instead()}`;
  const [, sayStep] = refusedSteps.find(([pattern]) => steps.some((step) => pattern.test(step))) ?? [];
  if (sayStep) return sayStep();
  return platform !== 'win32' && path.includes('\\') ? l10n.t('separate folders by /, not by \\.') : undefined;
}

function instead(): string {
  return l10n.t('Write a path below the workspace folder, such as {0}.', 'certificates/ca.pem');
}
