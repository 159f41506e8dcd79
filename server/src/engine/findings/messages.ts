// How a broken rule is worded: plain, in sentence case, with the next step.
import type { ErrorObject } from 'ajv';
import { type Choice, propertySchema, type Schema } from '../schemaLookup.ts';

/** The names of a list as a person reads them: `"a", "b" or "c"`. */
export function oneOf(names: readonly unknown[]): string {
  const quoted = names.filter((name) => name !== '').map((name) => JSON.stringify(name));
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

export function missingType(types: readonly string[], written: string | undefined): string {
  if (written) return `Missing "type": it says what to connect to. Rename "${written}" to "type".`;
  return `Missing "type": it says what to connect to. Add "type" with one of ${oneOf(types)}.`;
}

export function unknownType(written: string, types: readonly string[], near: unknown): string {
  return `${JSON.stringify(written)} is not a connection type. ${suggest(near, types)}`;
}

export function missingProperty(name: string, owner: Schema, written: string | undefined): string {
  if (written) return `Missing "${name}". Rename "${written}" to "${name}".`;
  const { description } = propertySchema(owner, name);
  return `Missing "${name}". ${description ? `Add it: ${firstSentence(description)}` : 'Add it.'}`;
}

/** Of a property that other types have under the name that was written. */
export function otherName(name: string, { title = 'object' }: Schema, meant: string): string {
  return `"${name}" is what other types say: in this ${title} it is called "${meant}". Rename it.`;
}

export function unknownProperty(
  name: string,
  owner: Schema,
  near: string | undefined,
  known: readonly string[],
): string {
  const where = owner.title ? ` in this ${owner.title}` : ' here';
  const isShort = known.length > 0 && known.length <= 15;
  const next = near
    ? `Did you mean "${near}"?`
    : isShort
      ? `Known ${known.length === 1 ? 'is' : 'are'} ${oneOf(known)}.`
      : 'Remove it.';
  if (owner.errorMessage) return `${owner.errorMessage} ${next}`;
  return `"${name}" is not known${where}, neither in API version 2025-02-19 nor in the newest one. ${next}`;
}

/** For a property that another choice would know: another type of connection, another mechanism. */
export function foreignProperty(name: string, choices: readonly Choice[]): string {
  const by = choices[0]?.by ?? 'type';
  const values = oneOf(choices.flatMap((choice) => choice.values));
  return `"${name}" goes only with the ${by} ${values}. Remove it, or change the ${by}.`;
}

export function misplacedProperty(name: string, place: readonly string[]): string {
  const where = place.length > 1 ? `"${place.slice(0, -1).join('.')}"` : 'the outermost braces';
  const key = place.at(-1);
  return `"${name}" is in the wrong place. Move it into ${where}${key === name ? '' : `, as "${key}"`}.`;
}

export function wrongType(expected: string | readonly string[], found: unknown, { errorMessage }: Schema): string {
  const message = `Expected ${[expected].flat().map(withArticle).join(' or ')}, found ${withArticle(typeName(found))}.`;
  return `${message} ${errorMessage ?? insteadOf(found, [expected].flat())}`;
}

export function notAllowedValue(
  found: string,
  allowed: readonly string[],
  near: unknown,
  { errorMessage }: Schema,
): string {
  if (errorMessage) return near === undefined ? errorMessage : `${suggest(near, allowed)} ${errorMessage}`;
  return `${JSON.stringify(found)} is not allowed here. ${suggest(near, allowed)}`;
}

/** The schema's own words for a value of the wrong form, or a general sentence by keyword. Never repeats the value. */
export function badFormat(error: ErrorObject, schema: Schema): string {
  if (schema.errorMessage) return schema.errorMessage;
  const limit = Number(error.params.limit);
  switch (error.keyword) {
    case 'minLength':
      return limit === 1 ? 'Must not be empty. Fill in a value.' : `Write at least ${limit} characters.`;
    case 'maxLength':
      return `Write at most ${limit} characters.`;
    case 'minItems':
      return `List at least ${limit}.`;
    case 'maxItems':
      return `List at most ${limit}.`;
    case 'uniqueItems':
      return `Item ${error.params.i} repeats item ${error.params.j} (counted from 0). Remove one of them.`;
    default:
      return `This value does not have the right form (${error.keyword}).`;
  }
}

function insteadOf(found: unknown, expected: readonly string[]): string {
  if (found === null) return 'Fill in a value, or remove the property.';
  const isPlain = typeof found === 'number' || typeof found === 'boolean';
  return isPlain && expected.includes('string')
    ? 'Put it in quotes.'
    : `Write ${expected.map(withArticle).join(' or ')}.`;
}

function suggest(near: unknown, allowed: readonly string[]): string {
  return near === undefined ? `Choose ${oneOf(allowed)}.` : `Did you mean ${JSON.stringify(near)}?`;
}

function firstSentence(text: string): string {
  const sentence = /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? `${text}.`;
  // "ARN of …" and "SASL mechanism …" keep their capitals.
  return /^[A-Z][a-z ]/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function withArticle(type: string): string {
  if (type === 'null') return type;
  return `${/^[aio]/.test(type) ? 'an' : 'a'} ${type}`;
}
