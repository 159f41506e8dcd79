// `npm run package`: makes an installable .vsix of what is built; with --placeholder one that is not meant to be published.
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import manifest from '../../package.json' with { type: 'json' };
import { refusePlaceholders } from './refusePlaceholders.ts';

const root = join(import.meta.dirname, '../..');

/**
 * Writes a .vsix without anything that leads to the repository, so that nothing in it is a dead link while that is a
 * placeholder.
 */
export async function packageWithoutRepository(packagePath: string): Promise<void> {
  const cwd = await mkdtemp(join(tmpdir(), 'streamconn-package-'));
  try {
    const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
    for (const file of ['.vscodeignore', ...files]) {
      await mkdir(dirname(join(cwd, file)), { recursive: true });
      await copyFile(join(root, file), join(cwd, file));
    }
    const { homepage, bugs, repository, scripts, ...rest } = manifest;
    await writeFile(join(cwd, 'package.json'), JSON.stringify(rest, null, 2));
    await writeFile(join(cwd, 'README.md'), withoutOwnLinks(await readFile(join(root, 'README.md'), 'utf8')));
    await createVSIX({ cwd, packagePath, dependencies: false, allowMissingRepository: true });
  } finally {
    await rm(cwd, { recursive: true });
  }
}

/** Markdown without its pictures and links to files beside it, which would be looked for in the repository. */
export function withoutOwnLinks(markdown: string): string {
  return markdown
    .replaceAll(/^!\[[^\]]*\]\((?!https:)[^)]+\)\n\n?/gm, '')
    .replaceAll(/\[([^\]]+)\]\((?!https:)[^)]+\)/g, '$1');
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { placeholder: { type: 'boolean', default: false } } });
  const packagePath = join(root, `${manifest.name}-${manifest.version}.vsix`);
  if (values.placeholder) await packageWithoutRepository(packagePath);
  else if (!refusePlaceholders()) await createVSIX({ cwd: root, packagePath, dependencies: false });
}
