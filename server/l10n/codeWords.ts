// The messages in code that a person reads.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getL10nJson, type l10nJsonFormat } from '@vscode/l10n-dev';

const root = join(import.meta.dirname, '../..');
/** The source files that speak to a person; the command line speaks English. */
export function speakingFiles(): string[] {
  return ['server/src', 'client/src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => join(folder, file).replaceAll('\\', '/'))
      .filter((file) => /\.ts$/.test(file) && !/\/cli\//.test(file)),
  );
}

/** Every message, by the key that VS Code and @vscode/l10n look for. */
export function codeWords(): Promise<l10nJsonFormat> {
  return getL10nJson(
    speakingFiles().map((file) => ({ extension: '.ts', contents: readFileSync(join(root, file), 'utf8') })),
  );
}
