// The messages in code that a person reads: ours, and those of the JSON library that our own do not replace.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getL10nJson, type l10nJsonFormat } from '@vscode/l10n-dev';

const root = join(import.meta.dirname, '../..');
const library = 'node_modules/vscode-json-languageservice/lib/esm';

/** What the library says of a text that is not JSON; its other messages are about schemas, which it is given none of. */
const parser = { file: `${library}/parser/jsonParser.js`, from: '\nexport function parse(' };

/** Keys without a name, in the outline. */
const outline = { file: `${library}/services/jsonDocumentSymbols.js`, from: '\nfunction getName(' };

/** Findings of ours say this in other words. */
const replaced: readonly string[] = ['Trailing comma', 'Duplicate object key'];

/** The source files that speak to a person; the command line speaks English. */
export function speakingFiles(): string[] {
  return ['server/src', 'client/src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => join(folder, file).replaceAll('\\', '/'))
      .filter((file) => /\.ts$/.test(file) && !/\/(?:generated|cli)\//.test(file)),
  );
}

/** Every message, by the key that VS Code and @vscode/l10n look for. */
export async function codeWords(): Promise<l10nJsonFormat> {
  const ours = speakingFiles().map((file) => ({ extension: '.ts', contents: read(file) }));
  const theirs = [parser, outline].map(({ file, from }) => ({ extension: '.ts', contents: behind(from, file) }));
  const words = await getL10nJson([...ours, ...theirs]);
  return Object.fromEntries(Object.entries(words).filter(([key]) => !replaced.includes(key)));
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function behind(start: string, file: string): string {
  const text = read(file);
  const index = text.indexOf(start);
  if (index < 0) throw new Error(`${file} has another form now: look where its messages are.`);
  return `import * as l10n from '@vscode/l10n';${text.slice(index)}`;
}
