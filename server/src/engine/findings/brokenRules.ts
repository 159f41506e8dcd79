// Findings about the value as a connection: what the schemas allow, one finding for each broken rule.
import { nearest } from '../../nearest.ts';
import { isPlaceholder } from '../../placeholder.ts';
import { isObject, type StreamConnDocument } from '../json/document.ts';
import { isAllowed } from '../schema/allowed.ts';
import { type Break, breaksAt } from '../schema/breaks.ts';
import { placesOf } from '../schema/places.ts';
import type { FindingCode } from '../schema/rules.ts';
import { mistakeFor, type Schema } from '../schema/schemaLookup.ts';
import { quoted } from '../schema/secretPlaces.ts';
import { isValid } from '../schema/verdict.ts';
import type { Finding } from './finding.ts';
import { fixesOf } from './fix.ts';
import * as say from './messages.ts';
import { explainMissing, explainMissingType, writtenAs } from './missing.ts';
import { type Remark, toFinding } from './remark.ts';
import { explainUnknown } from './unknownKey.ts';
import { explainWrongType } from './wrongType.ts';

/** The broken rules of a file, in no particular order; none where there is no value at all. */
export function findBrokenRules(document: StreamConnDocument): Finding[] {
  if (!document.root || isValid(document.value)) return [];
  const all = breaksAt(placesOf(document));
  // What is missing besides the type is said once the type is there.
  const lacksType = all.some(isAboutType) && !isPlaceholder(document.type);
  const breaks = lacksType ? all.filter((broken) => isAboutType(broken) || !isMissingAtRoot(broken)) : all;
  const isUnknownKey = ({ keyword }: Break) => keyword === 'additionalProperties';
  const unknown = breaks.filter(isUnknownKey).flatMap((broken) => findingOn(document, broken, []) ?? []);
  const others = breaks.filter((broken) => !isUnknownKey(broken));
  return [...others.flatMap((broken) => findingOn(document, broken, unknown) ?? []), ...unknown];
}

function isAboutType(broken: Break): boolean {
  const { path } = broken.place;
  return (
    (path.length === 1 && path[0] === 'type') ||
    (isMissingAtRoot(broken) && broken.keyword === 'required' && broken.name === 'type')
  );
}

function isMissingAtRoot({ place, keyword }: Break): boolean {
  return !place.owner && keyword === 'required';
}

/** `unknown` are the findings about keys, which may be what others miss. */
function findingOn(document: StreamConnDocument, broken: Break, unknown: readonly Finding[]): Finding | undefined {
  const { place, schemas } = broken;
  const [{ code, severity, readOnly }] = schemas;
  // What only Atlas writes is to be removed, whatever its value.
  if (readOnly) return undefined;
  const remark = explain(document, broken, unknown);
  if (!remark) return undefined;
  return toFinding(document, place.path, {
    ...(severity ? { severity } : {}),
    ...remark,
    code: remark.keepsCode ? remark.code : ((code as FindingCode | undefined) ?? remark.code),
  });
}

function explain(document: StreamConnDocument, broken: Break, unknown: readonly Finding[]): Remark | undefined {
  const { place, schemas } = broken;
  const { value, path } = place;
  const [schema] = schemas;
  switch (broken.keyword) {
    case 'required':
      if (isAboutType(broken) && isObject(value)) return explainMissingType(value, schemas);
      return explainMissing(broken.name, schemas, path, writtenAs(broken.name, path, unknown));
    case 'additionalProperties':
      return explainUnknown(broken.name, schemas, value, path);
    case 'type':
      return { code: 'wrong-type', ...explainWrongType(schema, place, document) };
    case 'enum':
    case 'const':
      return explainNotAllowed(broken);
    case 'not':
      return explainForbidden(broken);
    case 'uniqueItems':
      return {
        code: 'bad-format',
        path: [...path, broken.item],
        message: say.repeatedItem(broken.item, broken.earlier),
        fixes: [{ kind: 'remove' }],
      };
    default:
      return isPlaceholder(value) ? undefined : { code: 'bad-format', message: say.badFormat(broken, schema) };
  }
}

/** A value that is ruled out, or a property that had better not be there at all (`"not": {}`). */
function explainForbidden(broken: Break): Remark | undefined {
  const { value } = broken.place;
  const [schema] = broken.schemas;
  const message = say.badFormat(broken, schema);
  if (Object.keys(schema.not ?? {}).length === 0) {
    return { code: 'bad-format', message, on: 'key', fixes: [{ kind: 'remove' }] };
  }
  if (isPlaceholder(value)) return undefined;
  const mistake = typeof value === 'string' ? mistakeFor(value, [schema]) : undefined;
  return {
    code: 'not-allowed-value',
    message: say.mistaken(mistake, String(value)) ?? message,
    fixes: mistake ? fixesOf(mistake) : [],
  };
}

/** A value that is none of those listed. */
function explainNotAllowed(broken: Break): Remark | undefined {
  const { value, path, schemas } = broken.place;
  // A value that isn't a string has a finding about its type.
  if (typeof value !== 'string') return undefined;
  if (isPlaceholder(value)) return isAboutType(broken) ? { code: 'unchecked', message: say.unchecked() } : undefined;
  const [schema] = broken.schemas;
  const allowed = listedIn(schema).filter((listed) => isAllowed(schemas, listed));
  const mistake = mistakeFor(value, [schema]);
  const near = mistake ? mistake.replace : nearest(value, allowed);
  const fixes = fixesOf(mistake ?? { replace: near });
  const written = quoted(path, value);
  if (isAboutType(broken)) return { code: 'unknown-type', message: say.unknownType(written, allowed, near), fixes };
  const message = say.mistaken(mistake, value) ?? say.notAllowedValue(written, allowed, near, schema);
  return { code: 'not-allowed-value', message, fixes };
}

function listedIn({ enum: listed, const: only }: Schema): readonly string[] {
  return (listed ?? [only]).filter((value) => typeof value === 'string');
}
