// How a broken rule is worded: plain, in sentence case, with the next step.
import * as l10n from '@vscode/l10n';
import { fromPointer } from '../../jsonPointer.ts';
import { withoutSecretParts } from '../../secrets.ts';
import { jsonType } from '../schema/jsonType.ts';
import type { Broken } from '../schema/keywords.ts';
import { type Choice, type Mistake, propertySchema, type Schema } from '../schema/schemaLookup.ts';
import { inWords } from '../schema/wording.ts';
import { alternatives, firstSentence, inSentences, oneOf } from './sentences.ts';

export function missingType(types: readonly string[], written: string | undefined): string {
  if (written) return l10n.t('Missing "type": it says what to connect to. Rename "{0}" to "type".', written);
  return l10n.t('Missing "type": it says what to connect to. Add "type" with one of {0}.', oneOf(types));
}

export function unknownType(quoted: string, types: readonly string[], near: unknown): string {
  return inSentences(l10n.t('{0} is not a connection type.', quoted), suggest(near, types));
}

/** Of a type that is known only when the connection is sent. */
export function unchecked(): string {
  return l10n.t(
    'The type is a placeholder, so only secrets, placeholders and the properties that every type has are checked.',
  );
}

export function missingProperty(name: string, owner: Schema, written: string | undefined): string {
  if (written) return l10n.t('Missing "{name}". Rename "{written}" to "{name}".', { name, written });
  const { description } = propertySchema(owner, name);
  if (!description) return l10n.t('Missing "{0}". Add it.', name);
  return l10n.t('Missing "{name}". Add it: {purpose}', { name, purpose: firstSentence(description) });
}

/** Of a property that other types have under the name that was written. */
export function otherName(written: string, owner: Schema, meant: string): string {
  const name = withoutSecretParts(written);
  const title = inWords(owner.title) ?? l10n.t('object');
  return l10n.t('"{name}" is what other types say: in this {title} it is called "{meant}". Rename it.', {
    name,
    title,
    meant,
  });
}

export function unknownProperty(
  name: string,
  owner: Schema,
  near: string | undefined,
  known: readonly string[],
): string {
  return inSentences(
    inWords(owner.errorMessage) ?? notKnown(name, owner),
    near ? l10n.t('Did you mean "{0}"?', near) : orElse(known),
  );
}

function notKnown(written: string, { title }: Schema): string {
  const name = withoutSecretParts(written);
  return title
    ? l10n.t('"{name}" is not known in this {title}, neither in API version 2025-02-19 nor in the newest one.', {
        name,
        title: inWords(title),
      })
    : l10n.t('"{name}" is not known here, neither in API version 2025-02-19 nor in the newest one.', { name });
}

function orElse(known: readonly string[]): string {
  if (known.length === 0 || known.length > 15) return l10n.t('Remove it.');
  return known.length === 1 ? l10n.t('Known is {0}.', oneOf(known)) : l10n.t('Known are {0}.', oneOf(known));
}

/** The schema's own words for a key or value written by mistake; undefined where it has none. */
export function mistaken(mistake: Mistake | undefined, key: string): string | undefined {
  const [to = '', ...owners] = fromPointer(mistake?.move ?? '').toReversed();
  return inWords(mistake?.message, { key: withoutSecretParts(key), to, owner: owners.toReversed().join('.') });
}

/** For a property that another choice would know: another type of connection, another mechanism. */
export function foreignProperty(written: string, choices: readonly Choice[]): string {
  const name = withoutSecretParts(written);
  const by = choices[0]?.by ?? 'type';
  const values = oneOf(choices.flatMap((choice) => choice.values));
  return l10n.t('"{name}" goes only with the {by} {values}. Remove it, or change the {by}.', { name, by, values });
}

export function misplacedProperty(written: string, place: readonly string[]): string {
  const name = withoutSecretParts(written);
  const key = place.at(-1);
  const owner = place.slice(0, -1).join('.');
  if (key === written || key === undefined) {
    return owner
      ? l10n.t('"{name}" is in the wrong place. Move it into "{owner}".', { name, owner })
      : l10n.t('"{name}" is in the wrong place. Move it into the outermost braces.', { name });
  }
  return owner
    ? l10n.t('"{name}" is in the wrong place. Move it into "{owner}", as "{key}".', { name, owner, key })
    : l10n.t('"{name}" is in the wrong place. Move it into the outermost braces, as "{key}".', { name, key });
}

export function wrongType(
  expected: string | readonly string[],
  found: unknown,
  { errorMessage }: Schema,
  isNeeded: boolean,
): string {
  const types = [expected].flat();
  return inSentences(
    l10n.t('Expected {expected}, found {found}.', {
      expected: alternatives(types.map(withArticle)),
      found: withArticle(jsonType(found)),
    }),
    inWords(errorMessage) ?? insteadOf(found, types, isNeeded),
  );
}

export function notAllowedValue(
  quoted: string,
  allowed: readonly string[],
  near: unknown,
  { errorMessage }: Schema,
): string {
  if (!errorMessage) {
    return inSentences(l10n.t('{0} is not allowed here.', quoted), suggest(near, allowed));
  }
  return near === undefined ? inWords(errorMessage) : inSentences(suggest(near, allowed), inWords(errorMessage));
}

export function repeatedItem(item: number, earlier: number): string {
  return l10n.t('Item {0} repeats item {1} (counted from 0). Remove one of them.', item, earlier);
}

/** The schema's own words for a value of the wrong form, or a general sentence by keyword. Never repeats the value. */
export function badFormat(broken: Broken, schema: Schema): string {
  if (schema.errorMessage) return inWords(schema.errorMessage);
  switch (broken.keyword) {
    case 'minLength':
      return broken.limit === 1
        ? l10n.t('Must not be empty. Fill in a value.')
        : l10n.t('Write at least {0} characters.', broken.limit);
    case 'minItems':
      return l10n.t('List at least {0}.', broken.limit);
    case 'maxItems':
      return l10n.t('List at most {0}.', broken.limit);
    default:
      return l10n.t('This value does not have the right form ({0}).', broken.keyword);
  }
}

function insteadOf(found: unknown, expected: readonly string[], isNeeded: boolean): string {
  if (found === null) return isNeeded ? l10n.t('Fill in a value.') : l10n.t('Fill in a value, or remove the property.');
  const isPlain = typeof found === 'number' || typeof found === 'boolean';
  return isPlain && expected.includes('string')
    ? l10n.t('Put it in quotes.')
    : l10n.t('Write {0}.', alternatives(expected.map(withArticle)));
}

function suggest(near: unknown, allowed: readonly string[]): string {
  return near === undefined ? l10n.t('Choose {0}.', oneOf(allowed)) : l10n.t('Did you mean {0}?', JSON.stringify(near));
}

function withArticle(type: string): string {
  switch (type) {
    case 'array':
      return l10n.t('an array');
    case 'boolean':
      return l10n.t('a boolean');
    case 'integer':
      return l10n.t('an integer');
    case 'number':
      return l10n.t('a number');
    case 'object':
      return l10n.t('an object');
    case 'string':
      return l10n.t('a string');
    default:
      return type;
  }
}
