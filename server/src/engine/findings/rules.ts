// Findings about the value as a connection: what the schemas allow, one finding for each broken rule.
import type { ErrorObject } from 'ajv';
import { fromPointer } from '../../jsonPointer.ts';
import { nearest } from '../../nearest.ts';
import { isAllowed } from '../allowed.ts';
import { isObject, type StreamConnDocument } from '../document.ts';
import { validate } from '../generated/validate.js';
import { type JsonPath, nodeAt, pathInTree } from '../jsonPath.ts';
import { isPlaceholder } from '../placeholders.ts';
import { type Place, placeAt } from '../places.ts';
import { type Schema, schemasOfError } from '../schemaLookup.ts';
import { quoted } from '../secretPlaces.ts';
import { type Broken, mistakeFor } from './broken.ts';
import { type Finding, type FindingCode, rules } from './finding.ts';
import { fixesOf } from './fix.ts';
import * as say from './messages.ts';
import { explainMissing, explainMissingType, writtenAs } from './missing.ts';
import { keyRange, valueRange } from './ranges.ts';
import { explainUnknown } from './unknownKey.ts';
import { explainWrongType } from './wrongType.ts';

type Parsed = StreamConnDocument & { readonly root: NonNullable<StreamConnDocument['root']> };

/** Keywords whose errors only repeat that another one is broken. */
const aboutOthers: ReadonlySet<string> = new Set(['if', 'propertyNames']);

/** The broken rules of a file, in no particular order; none where there is no value at all. */
export function findBrokenRules(document: StreamConnDocument): Finding[] {
  if (!hasRoot(document) || validate(document.value)) return [];
  const all = (validate.errors ?? []).filter((error) => !aboutOthers.has(error.keyword));
  // What is missing besides the type is said once the type is there.
  const lacksType = all.some(isAboutType) && !isPlaceholder(document.type);
  const errors = lacksType ? all.filter((error) => isAboutType(error) || !isMissingAtRoot(error)) : all;
  const isUnknownKey = ({ keyword }: ErrorObject) => keyword === 'additionalProperties';
  const unknown = errors.filter(isUnknownKey).flatMap((error) => toFinding(document, error, []) ?? []);
  const others = errors.filter((error) => !isUnknownKey(error));
  return [...others.flatMap((error) => toFinding(document, error, unknown) ?? []), ...unknown];
}

function hasRoot(document: StreamConnDocument): document is Parsed {
  return document.root !== undefined;
}

function isAboutType(error: ErrorObject): boolean {
  return error.instancePath === '/type' || (isMissingAtRoot(error) && error.params.missingProperty === 'type');
}

function isMissingAtRoot({ instancePath, keyword }: ErrorObject): boolean {
  return instancePath === '' && keyword === 'required';
}

/** `unknown` are the findings about keys, which may be what others miss. */
function toFinding(document: Parsed, error: ErrorObject, unknown: readonly Finding[]): Finding | undefined {
  const { text, root } = document;
  const at = pathInTree(root, fromPointer(error.instancePath));
  const schemas = schemasOfError(error.schemaPath);
  const [schema] = schemas;
  const broken =
    error.keyword === 'required'
      ? explainRequired(document, error, schemas, at, unknown)
      : explain(document, error, schemas, at);
  if (!broken) return undefined;
  const { path = at, draw = valueRange, message, fixes = [] } = broken;
  const code = broken.ownCode ?? (schema.code as FindingCode | undefined) ?? broken.code;
  const severity = schema.severity ?? rules[code].severity;
  return { code, severity, path, range: draw(text, root, path), message, fixes };
}

/** A schema with those that it is a branch of. */
type Schemas = ReturnType<typeof schemasOfError>;

function explainRequired(
  { value }: Parsed,
  error: ErrorObject,
  schemas: Schemas,
  path: JsonPath,
  unknown: readonly Finding[],
): Broken {
  const name: string = error.params.missingProperty;
  if (isAboutType(error) && isObject(value)) return explainMissingType(value, schemas);
  return explainMissing(name, schemas, path, writtenAs(name, path, unknown));
}

function explain(document: Parsed, error: ErrorObject, schemas: Schemas, path: JsonPath): Broken | undefined {
  const [schema] = schemas;
  const found = nodeAt(document.root, path)?.value;
  if (error.propertyName !== undefined) return explainName(error.propertyName, error, schema, path);
  switch (error.keyword) {
    case 'additionalProperties':
      return explainUnknown(error.params.additionalProperty, schemas, valueAt(document, path), path);
    case 'type':
      return { code: 'wrong-type', ...explainWrongType(error.params.type, document, path, schema) };
    case 'enum':
    case 'const':
      // Of a value that is no string, its type has been said already.
      if (typeof found !== 'string') return undefined;
      if (isPlaceholder(found)) return isAboutType(error) ? { code: 'unchecked', message: say.unchecked() } : undefined;
      return explainNotAllowed(found, error, placeAt(document.value, path), schema);
    case 'not':
      return explainForbidden(found, error, schema);
    case 'uniqueItems':
      return explainRepeated(error, path);
    default:
      return isPlaceholder(found) ? undefined : { code: 'bad-format', message: say.badFormat(error, schema) };
  }
}

/** A key of the wrong form, where any name will do otherwise. */
function explainName(name: string, error: ErrorObject, schema: Schema, at: JsonPath): Broken {
  const message = say.badFormat(error, schema);
  return { code: 'bad-format', path: [...at, name], draw: keyRange, message, fixes: [{ kind: 'remove' }] };
}

/** A value that is ruled out, or a property that had better not be there at all (`"not": {}`). */
function explainForbidden(found: unknown, error: ErrorObject, schema: Schema): Broken | undefined {
  const message = say.badFormat(error, schema);
  if (Object.keys(schema.not ?? {}).length === 0) {
    return { code: 'bad-format', message, draw: keyRange, fixes: [{ kind: 'remove' }] };
  }
  if (isPlaceholder(found)) return undefined;
  const mistake = typeof found === 'string' ? mistakeFor(found, [schema]) : undefined;
  return {
    code: 'not-allowed-value',
    message: say.mistaken(mistake, String(found)) ?? message,
    fixes: mistake ? fixesOf(mistake) : [],
  };
}

function explainRepeated({ params }: ErrorObject, path: JsonPath): Broken {
  const [earlier, later] = [Number(params.i), Number(params.j)].toSorted((a, b) => a - b) as [number, number];
  const message = say.repeatedItem(later, earlier);
  return { code: 'bad-format', path: [...path, later], message, fixes: [{ kind: 'remove' }] };
}

function explainNotAllowed(found: string, error: ErrorObject, place: Place, schema: Schema): Broken {
  const { allowedValues = [error.params.allowedValue] } = error.params;
  const listed = (allowedValues as unknown[]).filter((value) => typeof value === 'string');
  const allowed = listed.filter((value) => isAllowed(place.schemas, value));
  const mistake = mistakeFor(found, [schema]);
  const near = mistake ? mistake.replace : nearest(found, allowed);
  const fixes = fixesOf(mistake ?? { replace: near });
  const written = quoted(place.path, found);
  if (isAboutType(error)) return { code: 'unknown-type', message: say.unknownType(written, allowed, near), fixes };
  const message = say.mistaken(mistake, found) ?? say.notAllowedValue(written, allowed, near, schema);
  return { code: 'not-allowed-value', message, fixes };
}

function valueAt({ value }: Parsed, path: JsonPath): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], value);
}
