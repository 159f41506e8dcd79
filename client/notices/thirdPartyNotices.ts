// What others wrote and dist/ holds, with its licences: the text that ships beside it.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Licences that a package does not carry, beside this file: its own, or that of a part which somebody else wrote. */
const added: Readonly<Record<string, { readonly file: string; readonly of: string }>> = {
  '@vscode/l10n': { file: 'vscode-l10n.txt', of: '@vscode/l10n' },
  undici: { file: 'llhttp.txt', of: 'llhttp, the HTTP parser inside undici (MIT)' },
};

const head = `Third-party notices

Stream Connections for MongoDB Atlas holds the following packages. Each is used under the licence that stands below its name.
`;

/** The notices on the packages that these files are of; an error where one of them has no licence to show. */
export function thirdPartyNotices(files: readonly string[]): string {
  const folders = files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  const sections = [...new Set(folders)].sort().map(notice);
  return [head, ...sections].join(`\n${'-'.repeat(80)}\n\n`);
}

function notice(folder: string): string {
  const { name, version, license, homepage } = JSON.parse(readFileSync(resolve(root, folder, 'package.json'), 'utf8'));
  const own = readdirSync(resolve(root, folder))
    .filter((file) => /^(licen[cs]e|copying|notice|third-?party-?notices)/i.test(file))
    .map((file) => textOf(resolve(root, folder, file)));
  const { file, of } = added[name] ?? {};
  const texts = file ? [...own, `${of}:\n\n${textOf(join(import.meta.dirname, file))}`] : own;
  if (typeof license !== 'string' || texts.join('').trim() === '') {
    throw new Error(`${name} would ship without its licence. Put the text into client/notices/ and name it there.`);
  }
  return [`${name} ${version} (${license})`, ...(homepage ? [homepage] : []), '', ...texts].join('\n');
}

function textOf(file: string): string {
  return `${readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim()}\n`;
}
