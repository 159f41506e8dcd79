// The checks that a schema asks for by "format": what a value must look like where no keyword of JSON Schema can say it.
import { isObject } from '../../json/document.ts';
import type { Remark } from '../remark.ts';
import { type Check, type Spot, type Surroundings, textOf, type WiderCheck } from './advice.ts';
import { bootstrapServers } from './bootstrapServers.ts';
import { bucketName } from './bucketName.ts';
import { headers } from './headers.ts';
import { pemCertificates, pemPrivateKey } from './pem.ts';
import { publicBootstrapServers } from './publicBootstrapServers.ts';
import { httpsUrl, httpUrl, publicUrl } from './urls.ts';

type TextCheck = (text: string, at: Spot, surroundings: Surroundings) => readonly Remark[];

/** Characters beyond which a text is surely nothing of the kind, and reading it would only take time. */
const longest = { line: 5_000, file: 65_536 };

/** Of a text with a placeholder in it, or left as the documentation prints it, other checks say what is to be said. */
function isReadable(text: string | undefined, length: keyof typeof longest): text is string {
  return text !== undefined && text.length <= longest[length] && !text.includes('${') && text !== 'string';
}

const onText =
  (check: TextCheck, length: keyof typeof longest = 'line'): Check =>
  (at, text, surroundings) =>
    isReadable(text, length) ? check(text, at, surroundings) : [];

const both =
  (...checks: readonly TextCheck[]): TextCheck =>
  (...args) =>
    checks.flatMap((check) => check(...args));

/** The formats of texts by name; `longest` bounds what they read. */
const formats: Readonly<Record<string, Check>> = {
  'bootstrap-servers': onText(bootstrapServers),
  'public-bootstrap-servers': onText(publicBootstrapServers),
  'http-url': onText(httpUrl),
  'public-http-url': onText(both(httpUrl, publicUrl)),
  'public-https-url': onText(both(httpsUrl, publicUrl)),
  'bucket-name': onText(bucketName),
  'pem-certificates': onText(pemCertificates, 'file'),
};

/** Those that read more than one text: of an object what is in it, of a key what belongs to it. */
const widerFormats: Readonly<Record<string, WiderCheck>> = {
  'pem-private-key': (place, surroundings) => {
    const text = textOf(place);
    return isReadable(text, 'file') ? pemPrivateKey(text, place, surroundings) : [];
  },
  headers: ({ value, path }) => (isObject(value) ? headers(value, path) : []),
};

/** What the formats find that the schemas of the place name. */
export const format: Check = (at, ...args) => namesAt(at).flatMap((name) => formats[name]?.(at, ...args) ?? []);

export const widerFormat: WiderCheck = (place, surroundings) =>
  namesAt(place).flatMap((name) => widerFormats[name]?.(place, surroundings) ?? []);

/** Whether the schemas name a format that reads more than one text. */
export function hasWiderFormat({ schemas }: Spot): boolean {
  return schemas.some(({ format = '' }) => Object.hasOwn(widerFormats, format));
}

const none: readonly string[] = [];

function namesAt({ schemas }: Spot): readonly string[] {
  const said = schemas.filter((schema) => schema.format !== undefined);
  return said.length === 0 ? none : [...new Set(said.flatMap((schema) => schema.format ?? []))];
}
