// What a value of the wrong JSON type was most likely meant to be.
import { resolve, type Schema } from '../schema/schemaLookup.ts';

/** What comes between the items of a list that is written as one string, by the string's format. */
const separators: Readonly<Record<string, string>> = {
  'bootstrap-servers': ',',
  'pem-certificates': '\n',
};

/** The value as the expected type, a number as it is `written`; undefined where nothing sensible can be made of it. */
export function convert(found: unknown, written: string, expected: string, schema: Schema): unknown {
  if (expected === 'string') return toText(found, written, separators[schema.format ?? '']);
  const items = resolve(schema.items ?? {});
  if (expected !== 'array' || items.type !== 'string' || typeof found !== 'string') return undefined;
  const texts = found.split(/[\s,;]+/).filter((text) => text !== '');
  return texts.length > 0 ? texts : undefined;
}

function toText(found: unknown, written: string, separator: string | undefined): string | undefined {
  if (typeof found === 'number' || typeof found === 'boolean') return written;
  if (!Array.isArray(found) || found.length === 0 || separator === undefined) return undefined;
  return found.every((item) => typeof item === 'string') ? found.join(separator) : undefined;
}
