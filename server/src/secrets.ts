// What a secret is: by the marks of the schemas, by the words in its key, by the form of its value. For the engine and for the client.
import table from '../../schemas/secrets.json' with { type: 'json' };
import { sureLoginsIn } from './logins.ts';

/** A path from the root whose value the schemas mark as a secret; what is below it belongs to it. */
export type SecretPlace = readonly string[];

type Path = readonly (string | number)[];

/**
 * Whether what stands at the path is a secret. A text or number is one by its place or by its form; an object or a list only
 * where a mark says so, or else by what is in it. Nothing, `true` and an empty text are none.
 */
export function isSecret(path: Path, value: unknown, places: readonly SecretPlace[]): boolean {
  return isSecretByPlace(path, value, places) || isSecretByForm(path, value);
}

/** Whether the whole value is a secret for standing where it does. */
export function isSecretByPlace(path: Path, value: unknown, places: readonly SecretPlace[]): boolean {
  if (typeof value === 'object' && value !== null) return isMarked(path, places);
  const isText = (typeof value === 'string' && value !== '') || typeof value === 'number';
  return isText && isSecretPlace(path, places);
}

/** Whether a text is a secret, or has one in it, wherever it stands. */
export function isSecretByForm(path: Path, value: unknown): boolean {
  return typeof value === 'string' && (formsIn(value).length > 0 || (isHeader(path) && isOpaque(value)));
}

/** Whether a secret may stand at the path, whatever stands there now. */
export function isSecretPlace(path: Path, places: readonly SecretPlace[]): boolean {
  return isMarked(path, places) || isNamedSecret(path.filter(isKey));
}

/** The parts of a text that are secret by their form, such as a password in an address; the text itself where all of it is. */
export function secretPartsOf(text: string): string[] {
  return formsIn(text).map((part) => part ?? text);
}

/** The text with `mask` in the place of each part that is secret by its form. */
export function withoutSecretParts(text: string, mask: string): string {
  const parts = secretPartsOf(text).toSorted((a, b) => b.length - a.length);
  return parts.reduce((masked, part) => masked.replaceAll(part, mask), text);
}

/** Whether it only stands for a secret: nothing yet, masked, elided, or a slot to fill in. */
export function isStandIn(text: string): boolean {
  const bare = text.trim().replace(/^[A-Za-z]+ (?=\S+$)/, '');
  return (
    bare === '' ||
    bare === 'string' ||
    /^(?:[*•]+|x{3,}|\.{3}|…)$/i.test(bare) ||
    /^(?:<[^<>]+>|\$\{[^{}]*\}|\{\{[^{}]*\}\}|\{[A-Z][A-Z0-9 ._-]+\}|\[[A-Z _]+\])$/.test(bare) ||
    hasOnlyElidedKeys(text)
  );
}

/** Whether nothing is left of the private keys in a PEM text, or of what stands in their stead. */
function hasOnlyElidedKeys(text: string): boolean {
  const blocks = [...text.matchAll(/-----BEGIN (?<label>[A-Z0-9 ]+)-----(?<body>[\s\S]*?)-----END /g)];
  const keys = blocks.filter(({ groups }) => groups?.label?.endsWith('PRIVATE KEY'));
  const counting = keys.length > 0 ? keys : blocks;
  return counting.length > 0 && counting.every(({ groups }) => /\.{3}|…|<[^<>]+>/.test(groups?.body ?? ''));
}

function isKey(key: string | number): key is string {
  return typeof key === 'string' && !/^\d+$/.test(key);
}

/** The places of one list, which is asked about for each value of a document. */
const joined = new WeakMap<readonly SecretPlace[], ReadonlySet<string>>();

function isMarked(path: Path, places: readonly SecretPlace[]): boolean {
  const marks = joined.get(places) ?? new Set(places.map((place) => place.map((key) => `/${key}`).join('')));
  joined.set(places, marks);
  let place = '';
  return path.some((key) => {
    place += `/${key}`;
    return marks.has(place);
  });
}

/** By the last key, or by one around it that tells what all of it is, as in `"credentials": { "value": … }`. */
function isNamedSecret(keys: readonly string[]): boolean {
  const last = keys.at(-1);
  if (last === undefined || !keys.some(mayBeOfSecret)) return false;
  const { isSecret, isAbout } = judgeKey(last);
  return isSecret || (!isAbout && keys.slice(0, -1).some((key) => judgeKey(key).holdsSecrets));
}

interface KeyJudgement {
  readonly isSecret: boolean;
  /** It tells something of a secret, such as its name or where it lies. */
  readonly isAbout: boolean;
  /** What stands in an object of that name is secret, too. */
  readonly holdsSecrets: boolean;
}

const judged = new Map<string, KeyJudgement>();

/** A document of a hundred thousand keys must not stay in memory. */
const keptAtMost = 2_000;

function judgeKey(key: string): KeyJudgement {
  const known = judged.get(key);
  if (known) return known;
  if (judged.size >= keptAtMost) judged.clear();
  const judgement = judge(wordsOf(key.slice(0, 200)));
  judged.set(key, judgement);
  return judgement;
}

const { keys, parameters } = table;

const anyWord = new RegExp([...keys.having, ...keys.endingIn, 'key'].join('|'));

/** Most keys have none of the words in them, which is quickly seen. */
function mayBeOfSecret(key: string): boolean {
  return anyWord.test(key.toLowerCase().replaceAll(/[^a-z]/g, ''));
}

function judge(words: readonly string[]): KeyJudgement {
  const plain = words.join('');
  const last = words.at(-1) ?? '';
  const isAbout = keys.exceptEndingIn.includes(last) && !keys.butNot.some((one) => plain.endsWith(one));
  const holdsSecrets = !isAbout && keys.having.some((one) => plain.includes(one));
  const isKeyOf = last === 'key' && keys.keyOf.includes(words.at(-2) ?? '');
  return { isSecret: !isAbout && (holdsSecrets || keys.endingIn.includes(last) || isKeyOf), isAbout, holdsSecrets };
}

/** `sslKeyPassword`, `SSL_KEY_PASSWORD` and `ssl.key.password` alike as ssl, key, password; without numbers at the end. */
function wordsOf(key: string): string[] {
  const spaced = key.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2').replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2');
  const words = spaced.toLowerCase().match(/[a-z]+|\d+/g) ?? [];
  return words.slice(0, words.findLastIndex((word) => !/^\d+$/.test(word)) + 1);
}

const forms = Object.values(table.values).map((pattern) => new RegExp(pattern));

/** Characters of a value that are looked at; a chain of certificates with its key has fewer. */
const readAtMost = 65_536;

/** For each form that the text has, the part that is secret; undefined where all of it is. */
function formsIn(value: string): (string | undefined)[] {
  // A short word is none, and most values are one.
  if (/^[\w.-]{0,15}$/.test(value)) return [];
  const text = value.slice(0, readAtMost);
  const found = forms.flatMap((form) => {
    const match = form.exec(text);
    return match ? [match.groups?.secret] : [];
  });
  return [...found, ...sureLoginsIn(text), ...pairsIn(text), ...pathsIn(text)].filter(
    (part) => part === undefined || !isStandIn(part),
  );
}

/** `key=value`, `"key": "value"`, and `Key: value` on a line of its own. */
const pairs = [
  /(?:^|[\s;,?&#{"'])(?<key>[\w.-]{1,100})["']?\s{0,9}=\s{0,9}(?:"(?<quoted>[^"]+)"|'(?<single>[^']+)'|(?<bare>[^\s;,&#"']+))/g,
  /["'](?<key>[\w.-]{1,100})["']\s{0,9}:\s{0,9}["'](?<quoted>[^"']+)["']/g,
  /^[ \t]{0,9}(?<key>[\w.-]{1,100}):[ \t]{1,9}(?<bare>\S[^\r\n]*)/gm,
];

/** The values of pairs whose key is that of a secret; of the parameters of an address, those of a few keys more. */
function pairsIn(text: string): string[] {
  if (!/[=:]/.test(text)) return [];
  const isAddress = /^[a-z][a-z\d+.-]*:\/\//i.test(text);
  return pairs.flatMap((pair) =>
    [...text.matchAll(pair)].flatMap(({ groups = {} }) => {
      const { key = '', quoted, single, bare }: Partial<Record<string, string>> = groups;
      const isNamed = judgeKey(key).isSecret || (isAddress && parameters.includes(key.toLowerCase()));
      return isNamed ? [quoted ?? single ?? bare ?? ''] : [];
    }),
  );
}

/** Segments of a webhook's address by which it can be called. */
function pathsIn(text: string): string[] {
  const path = /^https?:\/\/[^/?#]+(?<path>\/[^?#]*)/i.exec(text)?.groups?.path ?? '';
  return /hook/i.test(text) ? path.split('/').filter(isOpaque) : [];
}

function isHeader(path: Path): boolean {
  const [map = '', name = ''] = path.slice(-2).map(String);
  return wordsOf(map).at(-1) === 'headers' && !judgeKey(name).isAbout;
}

/** Whether nobody made it up as a word: long, its letters and digits mixed. */
function isOpaque(text: string): boolean {
  if (!/^[\w+/=-]{20,}$/.test(text)) return false;
  return (text.match(/[a-z](?=\d)|\d(?=[a-z])/gi) ?? []).length >= 4;
}
