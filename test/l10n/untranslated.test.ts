// Whatever a person reads is said in their language: no sentence stands in code outside of `l10n.t`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { speakingFiles } from '../../server/l10n/codeWords.ts';
import { readBundle } from '../../server/l10n/translations.ts';
import { faultsOf } from '../support/faultsOf.ts';
import { type TextInCode, textsInCode } from './textsInCode.ts';

/** English that is meant to stay English. */
const exceptions: readonly { readonly in: RegExp; readonly text: RegExp; readonly because: string }[] = [
  {
    in: /^client\/src\/core\/export\/(cmd|forms|goSdk|powershell|sh|shellForms|terraform|terraformNames)\.ts$/,
    text: /./,
    because: 'code for other tools, with its comments, for everybody who reads it later',
  },
  {
    in: /^client\/src\/editor\/window\/exchangeLog\.ts$/,
    text: /^no answer$|requests left$| was refused: /,
    because: 'lines of a log',
  },
  {
    in: /^client\/src\/(core\/atlas\/retry|core\/deploy\/queue|editor\/window\/progress)\.ts$/,
    text: /^(rate limit|no connection)$/,
    because: 'names of cases',
  },
  { in: /^client\/src\/core\/atlas\/digest\.ts$/, text: /^Digest username/, because: 'a header of HTTP' },
  { in: /^client\/src\/core\/import\/advice\.ts$/, text: /^(openssl|keytool) /, because: 'lines for a shell' },
  { in: /composeSchema\.ts$/, text: /^stream connection$/, because: 'data, translated where it is shown' },
];

/** Where `l10n.t` is given a text of the data, which the exporter takes from there. */
const saysData = /\/(wording|newFile|snippets)\.ts$/;

const files = speakingFiles().map((file) => {
  const source = readFileSync(join(import.meta.dirname, '../..', file), 'utf8');
  return { file, source, texts: textsInCode(source) };
});

/** Two words, or a capital letter and the end of a sentence; not what an exception says, which means a bug. */
function isForPeople({ text, within }: TextInCode): boolean {
  const looksIt =
    /\b[a-z]{2,} [a-z]{2,}\b|^[A-Z][a-z]+ [a-z]+|^[A-Z][a-z]+(?: [A-Z][a-z]+)+…?$|^[A-Z][a-z]+[.…!?]$/.test(text);
  return looksIt && !within.includes('new Error');
}

test('there are files to look at', () => {
  expect(files.length).toBeGreaterThan(150);
});

type File = (typeof files)[number];

const faultsOfFiles = (faultsIn: (file: File) => readonly unknown[]) => faultsOf(files, ({ file }) => file, faultsIn);

test('no file says a sentence but by l10n.t', () => {
  const said = faultsOfFiles(({ file, texts }) => {
    const isException = ({ text }: TextInCode) => exceptions.some((one) => one.in.test(file) && one.text.test(text));
    const found = texts.filter((text) => !text.isTranslated && isForPeople(text) && !isException(text));
    return found.map(({ text }) => text);
  });
  expect(said).toEqual({});
});

test.each(exceptions)('the exception for $text in $in is needed', ({ in: where, text: what }) => {
  const texts = files.filter(({ file }) => where.test(file)).flatMap(({ texts }) => texts);
  expect(texts.some((text) => !text.isTranslated && isForPeople(text) && what.test(text.text))).toBe(true);
});

test('l10n.t is given whole literals, which the exporter finds', () => {
  const keys = Object.keys(readBundle());
  const isKnown = ({ text }: TextInCode) => keys.some((key) => key === text || key.startsWith(`${text}/`));
  const faults = faultsOfFiles(({ file, source, texts }) => {
    const calls = source.match(/\bl10n\.t\(/g)?.length ?? 0;
    const literals = texts.filter(({ isTranslated }) => isTranslated);
    const missing = saysData.test(file) || literals.length === calls ? [] : [`${literals.length} of ${calls} calls`];
    return [...missing, ...literals.filter((literal) => !isKnown(literal)).map(({ text }) => text)];
  });
  expect(faults).toEqual({});
});

test('every place of a message is filled', () => {
  const isWrong = ({ text, given }: TextInCode) => {
    const places = [...new Set([...text.matchAll(/(?<!\$)\{(\w+)\}/g)].map(([, place]) => place))].sort();
    // A variable may be an object with all names.
    if (String(given) === '0' && !places.includes('0') && places.length > 0) return false;
    return String(given?.toSorted()) !== String(places);
  };
  const faults = faultsOfFiles(({ texts }) => {
    const wrong = texts.filter((text) => text.isTranslated && text.given && isWrong(text));
    return wrong.map(({ text, given }) => [text, given]);
  });
  expect(faults).toEqual({});
});

test.each([
  ['a text', "say('There is none.')", ['There is none.']],
  ['a text as a key', "say({ ['There is none.']: 1 })", ['There is none.']],
  ['a template, with … in the places of values', 'say(`There are ${count} left.`)', ['There are … left.']],
  ['a value beside a message', "l10n.t('{0} is {1}', a, 'not there')", ['not there']],
  ['glued texts', "l10n.t('There is ' + 'none.')", ['There is ']],
  ['a button', "const button = 'Show Problems'", ['Show Problems']],
  ['no message', "l10n.t('There is none.')", []],
  ['no message with a comment', "l10n.t({ message: 'Send it now', args: [], comment: ['A button'] })", []],
  ['no type and no import', "import x from 'a of the'; type T = 'kind of thing'", []],
  ['no bug', "throw new Error('This cannot be.')", []],
])('the search finds %s', (_, source, found) => {
  const said = textsInCode(source).filter((text) => !text.isTranslated && isForPeople(text));
  expect(said.map(({ text }) => text)).toEqual(found);
});
