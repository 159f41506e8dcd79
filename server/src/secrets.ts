// What a secret is: by the marks of the schemas, by the words in its key, by the form of its value. For the engine and for the client.
import table from '../../schemas/secrets.json' with { type: 'json' };
import { sureLoginsIn } from './logins.ts';
import { remembering } from './remembering.ts';
import { judgeKey, mayBeOfSecret, wordsOf } from './secretKeys.ts';

/** A path from the root whose value the schemas mark as a secret; what is below it belongs to it. */
export type SecretPlace = readonly string[];

type Path = readonly (string | number)[];

/**
 * Whether what stands at the path, in the object `owner`, is a secret. A text or number is one by its place or by its form; an object or a list only
 * where a mark says so, or else by what is in it. Nothing, `true` and an empty text are none.
 */
export function isSecret(path: Path, value: unknown, places: readonly SecretPlace[], owner?: unknown): boolean {
  return isSecretByPlace(path, value, places, owner) || isSecretByForm(path, value);
}

/** Whether the whole value is a secret for standing where it does. */
export function isSecretByPlace(path: Path, value: unknown, places: readonly SecretPlace[], owner?: unknown): boolean {
  if (typeof value === 'object' && value !== null) return isMarked(path, places);
  const isText = (typeof value === 'string' && value !== '') || typeof value === 'number';
  return isText && (isSecretPlace(path, places) || isSecretBeside(path, owner));
}

/** By what stands beside it: the value to the name of a secret, as in a list of headers, and the private part of a JSON Web Key. */
export function isSecretBeside(path: Path, owner: unknown): boolean {
  // The name of a connection names nothing else in it.
  if (typeof owner !== 'object' || owner === null || path.length < 2) return false;
  const key = String(path.at(-1));
  if (Object.hasOwn(owner, 'kty')) return ['d', 'k', 'p', 'q', 'dp', 'dq', 'qi'].includes(key);
  if (!isValueKey(key)) return false;
  const name = Object.entries(owner).find(([one]) => /^(?:name|key)$/i.test(one))?.[1];
  return typeof name === 'string' && judgeKey(name).isSecret;
}

/** Whether `isSecretBeside` may hold for something in the object. */
export function mayTellSecrets(owner: object): boolean {
  return Object.hasOwn(owner, 'kty') || Object.keys(owner).some(isValueKey);
}

function isValueKey(key: string): boolean {
  return key.length === 5 && key.toLowerCase() === 'value';
}

/** Whether a text is a secret, or has one in it, wherever it stands. */
export function isSecretByForm(path: Path, value: unknown): boolean {
  return typeof value === 'string' && (formsIn(value).length > 0 || (isOpaque(value) && mayHoldKey(path)));
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
export function withoutSecretParts(text: string, mask = '•••'): string {
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

const forms = Object.values(table.values).map((pattern) => new RegExp(pattern));

/** Most texts have none of the forms, which one look tells. */
const anyForm = new RegExp(Object.values(table.values).join('|').replaceAll('?<secret>', '?:'));

/** Characters of a value that are looked at; a chain of certificates with its key has fewer. */
const readAtMost = 65_536;

/** For each form that the text has, the part that is secret; undefined where all of it is. */
const formsIn = remembering((value): readonly (string | undefined)[] => {
  // A short word is none, and most values are one.
  if (/^[\w.-]{0,15}$/.test(value)) return [];
  const text = value.slice(0, readAtMost);
  const found = (anyForm.test(text) ? forms : []).flatMap((form) => {
    const match = form.exec(text);
    return match ? [match.groups?.secret] : [];
  });
  return [...found, ...sureLoginsIn(text), ...pairsIn(text), ...pathsIn(text)].filter(
    (part) => part === undefined || !isStandIn(part),
  );
});

/** `key=value`, `"key": "value"` also with escaped quotes, `"Key: value"`, `<key>value</key>`, and `Key: value` on a line of its own. */
const pairs = [
  /(?:^|[\s;,?&#{[(:"'])(?<key>[\w.-]{1,100})["'\]]?\s{0,9}=>?\s{0,9}(?:\\"(?<escaped>(?:(?!\\").)+)\\"|"(?<quoted>[^"]+)"|'(?<single>[^']+)'|(?<bare>[^\s;,&#"']+))/g,
  /["'](?<key>[\w.-]{1,100})["']\s{0,9}:\s{0,9}["'](?<quoted>[^"']+)["']/g,
  /\\["'](?<key>[\w.-]{1,100})\\["']\s{0,9}:\s{0,9}\\["'](?<escaped>(?:(?!\\["']).)+)\\["']/g,
  /["'](?<key>[\w.-]{1,100}):[ \t]{1,9}(?<quoted>[^"']+)["']/g,
  /<(?<key>[\w.-]{1,100})>(?<bare>[^<>]+)<\//g,
  /^[ \t]{0,9}(?:-[ \t]{1,9})?(?<key>[\w.-]{1,100}):[ \t]{1,9}(?<bare>\S[^\r\n]*)/gm,
];

/** The values of pairs whose key is that of a secret; of the parameters of an address, those of a few keys more. */
function pairsIn(text: string): string[] {
  if (!/[=:<]/.test(text)) return [];
  const isAddress = /^[a-z][a-z\d+.-]*:\/\//i.test(text);
  return pairs.flatMap((pair) =>
    [...text.matchAll(pair)].flatMap(({ groups = {} }) => {
      const { key = '', escaped, quoted, single, bare }: Partial<Record<string, string>> = groups;
      const isNamed = judgeKey(key).isSecret || (isAddress && table.parameters.includes(key.toLowerCase()));
      return isNamed ? [escaped ?? quoted ?? single ?? bare ?? ''] : [];
    }),
  );
}

/** Segments of a webhook's address by which it can be called. */
function pathsIn(text: string): string[] {
  if (!/hook/i.test(text)) return [];
  const path = /^https?:\/\/[^/?#]+(?<path>\/[^?#]*)/i.exec(text)?.groups?.path ?? '';
  return path.split('/').filter(isOpaque);
}

/** Whether an opaque text there is a secret: that of a header, and what is called a key. */
function mayHoldKey(path: Path): boolean {
  const [map = '', name = ''] = path.slice(-2).map(String);
  const words = wordsOf(name);
  const isKey = words.at(-1) === 'key' && words.at(-2) !== 'public';
  return isKey || (wordsOf(map).at(-1) === 'headers' && !judgeKey(name).isAbout);
}

/** Whether nobody made it up as a word: long, its letters and digits mixed. */
function isOpaque(text: string): boolean {
  if (!/^[\w+/=-]{20,}$/.test(text)) return false;
  return (text.match(/[a-z](?=\d)|\d(?=[a-z])/gi) ?? []).length >= 4;
}
