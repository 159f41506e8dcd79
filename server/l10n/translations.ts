// The translations that lie beside the English words, and what is wrong with them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { l10nJsonFormat } from '@vscode/l10n-dev';

const root = join(import.meta.dirname, '../..');

/** Where the words of the code and of the schemas are. */
export const bundlesFolder = join(root, 'client/l10n');

/** As VS Code names them. */
export const languages = ['de', 'zh-cn'] as const;

/** Words of the code and the schemas; words of package.json. */
export const sources = ['bundle', 'manifest'] as const;

type Words = Readonly<Record<string, string>>;

/** What is exported, as it lies there. */
export function readBundle(): l10nJsonFormat {
  return read(fileOf('bundle'));
}

/** The English texts by key. */
export function readEnglish(source: (typeof sources)[number]): Words {
  return textsOf(read(fileOf(source)));
}

/** The texts of a language by key; none where there is no file. */
export function readTranslation(source: (typeof sources)[number], language: (typeof languages)[number]): Words {
  return textsOf(read(fileOf(source, language)));
}

/** One line for each key that is missing or in excess, and for each text that has lost what must stay. */
export function faultsIn(english: Words, translation: Words): string[] {
  const missing = Object.keys(english).filter((key) => !Object.hasOwn(translation, key));
  return [
    ...missing.map((key) => `missing: ${key}`),
    ...Object.entries(translation).flatMap(([key, text]) =>
      Object.hasOwn(english, key)
        ? faultsOf(english[key] ?? '', text).map((fault) => `${fault}: ${key}`)
        : [`in excess: ${key}`],
    ),
  ];
}

/** What the translation of one text does wrong. */
export function faultsOf(english: string, translated: string): string[] {
  const lost = keptIn(english).filter((part) => !translated.includes(part));
  return [
    ...(translated === '' ? ['empty'] : []),
    ...(lost.length > 0 ? [`lost ${lost.join(' and ')}`] : []),
    ...(placesIn(translated).some((place) => !english.includes(place)) ? ['a place that the English has not'] : []),
    ...(commandsIn(translated).some((link) => !commandsIn(english).includes(link))
      ? ['a link that runs a command']
      : []),
    ...(edgesOf(english) === edgesOf(translated) ? [] : ['other white space at its ends']),
  ];
}

/** Places for values, placeholders, code between backticks, icons, addresses, names between straight quotes, and `SASL_SSL`. */
function keptIn(english: string): string[] {
  const codes =
    english.match(
      /\$\{[^}]*\}|`[^`]+`|\$\([a-z-]+\)|https?:\/\/[^\s),]*[^\s),.;]|"[^"{}\s]+"|\b[A-Z0-9]+(?:_[A-Z0-9]+)+\b/g,
    ) ?? [];
  return [...placesIn(english), ...commandsIn(english), ...codes];
}

/** `{0}` and `{name}`, but not `${name}`. */
function placesIn(text: string): string[] {
  return text.match(/(?<!\$)\{\w+\}/g) ?? [];
}

/** Targets of links that VS Code runs, but their texts. */
function commandsIn(text: string): string[] {
  return text.match(/\]\(command:[^)]*\)/g) ?? [];
}

function edgesOf(text: string): string {
  return `${/^\s*/.exec(text)?.[0]}|${/\s*$/.exec(text)?.[0]}`;
}

function fileOf(source: (typeof sources)[number], language?: string): string {
  const ending = language ? `.${language}.json` : '.json';
  return source === 'bundle' ? join(bundlesFolder, `bundle.l10n${ending}`) : join(root, `package.nls${ending}`);
}

function read(file: string): l10nJsonFormat {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

function textsOf(words: l10nJsonFormat): Words {
  return Object.fromEntries(
    Object.entries(words).map(([key, word]) => [key, typeof word === 'string' ? word : word.message]),
  );
}
