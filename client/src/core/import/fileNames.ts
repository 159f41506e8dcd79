// Under which names below the workspace folder `${file:PATH}` can name the files that another client's settings name.
import { pathRefusal } from '../placeholders/filePath.ts';

/**
 * A path that can be named is its own name. Of another its last part is, with so many folders in front that no two paths have
 * the same name. A path without a name cannot be named.
 */
export function nameFiles(paths: readonly string[]): ReadonlyMap<string, string> {
  const all = [...new Set(paths)].map((path) => ({ path, ends: endsOf(path) }));
  return new Map(
    all.flatMap(({ path, ends }): [string, string][] => {
      const others = all.filter((other) => other.path !== path).map((other) => other.ends);
      const longest = others.some((other) => other.at(-1) === ends.at(-1)) ? undefined : ends.at(-1);
      const name = ends.find((end) => !others.some((other) => other.includes(end))) ?? longest;
      return name === undefined ? [] : [[path, name]];
    }),
  );
}

/** Steps of a path that its name may have. */
const deepest = 10;

/** What can name the path, the shortest first. */
function endsOf(path: string): readonly string[] {
  const plain = path.replace(/^\.[/\\]/, '').replaceAll('\\', '/');
  if (canBeNamed(plain)) return [plain];
  const steps = plain.split('/').slice(-deepest);
  return steps.map((_, index) => steps.slice(-1 - index).join('/')).filter(canBeNamed);
}

function canBeNamed(path: string): boolean {
  return !/^$|[{}]|^\/|\/$/.test(path) && pathRefusal(path, 'win32') === undefined;
}
