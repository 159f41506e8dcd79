// Which paths `${file:PATH}` takes: the plain way down from the workspace folder, the same on every system.

const instead = 'Write a path below the workspace folder, such as certificates/ca.pem.';

/** Of the whole path. */
const refusedPaths: readonly (readonly [RegExp, string])[] = [
  [/[\p{Cc}]/u, `the path has a control character in it. ${instead}`],
  [/^[/\\]|^[a-z]:/i, `an absolute path is not read. ${instead}`],
  [/^~/, `the home folder is not read. ${instead}`],
  [/%(?:2e|2f|5c|00)/i, `the path is taken as it stands, and %2e is not read as a dot. ${instead}`],
  [/:/, `a path has no colon in it. ${instead}`],
];

/** Of each step on the way. */
const refusedSteps: readonly (readonly [RegExp, string])[] = [
  [/^\.\.$/, `a path with .. in it is not read. ${instead}`],
  [
    /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=$|[. ])/i,
    'Windows keeps this name for a device. Rename the file or folder.',
  ],
  [/^(?!\.$).*[. ]$/, 'Windows drops a dot or space at the end of a name. Rename the file or folder.'],
];

/** Why a path is not read, before anything is looked for; undefined where it may be. */
export function pathRefusal(path: string, platform: string = process.platform): string | undefined {
  const steps = path.split(/[/\\]/);
  const refused =
    refusedPaths.find(([pattern]) => pattern.test(path)) ??
    refusedSteps.find(([pattern]) => steps.some((step) => pattern.test(step)));
  if (refused) return refused[1];
  return platform !== 'win32' && path.includes('\\') ? 'separate folders by /, not by \\.' : undefined;
}
