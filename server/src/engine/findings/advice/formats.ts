// The checks that a schema asks for by "format": what a value must look like where no keyword of JSON Schema can say it.
import { isObject } from '../../json/document.ts';
import type { Place } from '../../schema/places.ts';
import type { Remark } from '../remark.ts';
import type { Check, Surroundings } from './advice.ts';
import { bootstrapServers } from './bootstrapServers.ts';
import { bucketName } from './bucketName.ts';
import { headers } from './headers.ts';
import { pemCertificates, pemPrivateKey } from './pem.ts';
import { publicBootstrapServers } from './publicBootstrapServers.ts';
import { httpsUrl, httpUrl, publicUrl } from './urls.ts';

type TextCheck = (text: string, place: Place, surroundings: Surroundings) => readonly Remark[];

/** Characters beyond which a text is surely nothing of the kind, and reading it would only take time. */
const longest = { line: 5_000, file: 65_536 };

/** Of a text with a placeholder in it, or left as the documentation prints it, other checks say what is to be said. */
const onText =
  (check: TextCheck, length: keyof typeof longest = 'line'): Check =>
  (place, _root, surroundings) => {
    const { value } = place;
    if (typeof value !== 'string' || value.length > longest[length]) return [];
    return value.includes('${') || value === 'string' ? [] : check(value, place, surroundings);
  };

const both =
  (...checks: readonly TextCheck[]): TextCheck =>
  (...args) =>
    checks.flatMap((check) => check(...args));

/** The formats by name; `longest` bounds the texts that they read. */
export const formats: Readonly<Record<string, Check>> = {
  'bootstrap-servers': onText(bootstrapServers),
  'public-bootstrap-servers': onText(publicBootstrapServers),
  'http-url': onText(httpUrl),
  'public-http-url': onText(both(httpUrl, publicUrl)),
  'public-https-url': onText(both(httpsUrl, publicUrl)),
  'bucket-name': onText(bucketName),
  'pem-certificates': onText(pemCertificates, 'file'),
  'pem-private-key': onText(pemPrivateKey, 'file'),
  // Only a mark: the check of the key looks for it.
  'pem-key-password': () => [],
  headers: (place) => (isObject(place.value) ? headers(place.value, place.path) : []),
};

/** What the formats find that the schemas of the place name. */
export const format: Check = (place, root, surroundings) => {
  const names = place.schemas.flatMap((schema) => schema.format ?? []);
  return names.length === 0
    ? []
    : [...new Set(names)].flatMap((name) => formats[name]?.(place, root, surroundings) ?? []);
};
