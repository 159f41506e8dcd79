// Findings about the value as a connection: what the schemas allow, one finding for each broken rule.
import type { ErrorObject } from 'ajv';
import { fromPointer } from '../../jsonPointer.ts';
import { isAllowed } from '../allowed.ts';
import { connectionTypeNames } from '../connectionTypes.ts';
import { isObject, type StreamConnDocument } from '../document.ts';
import { validate } from '../generated/validate.js';
import { type JsonPath, nodeAt, pathInTree } from '../jsonPath.ts';
import { isPlaceholder } from '../placeholders.ts';
import { type Place, placeAt } from '../places.ts';
import { choicesWith, isOffered, type Mistake, propertySchema, type Schema, schemasOfError } from '../schemaLookup.ts';
import { inWords } from '../wording.ts';
import { type Finding, type FindingCode, rules } from './finding.ts';
import { type Fix, fixesOf } from './fix.ts';
import * as say from './messages.ts';
import { nearest } from './nearest.ts';
import { keyRange, ownerRange, valueRange } from './ranges.ts';
import { canBeRenamed } from './renaming.ts';
import { explainWrongType } from './wrongType.ts';

type Parsed = StreamConnDocument & { readonly root: NonNullable<StreamConnDocument['root']> };

/** Keywords whose errors only repeat that another one is broken. */
const aboutOthers: ReadonlySet<string> = new Set(['if', 'propertyNames']);

/** The broken rules of a file, in no particular order; none where there is no value at all. */
export function findBrokenRules(document: StreamConnDocument): Finding[] {
  if (!hasRoot(document) || validate(document.value)) return [];
  const errors = (validate.errors ?? []).filter((error) => !aboutOthers.has(error.keyword));
  // Without a known type no other rule can be told, and every other error would only be noise.
  const typeError = errors.find(isAboutType);
  const kept = isObject(document.value) && typeError ? [typeError] : errors;
  return kept.flatMap((error) => toFinding(document, error) ?? []);
}

function hasRoot(document: StreamConnDocument): document is Parsed {
  return document.root !== undefined;
}

function isAboutType({ instancePath, keyword, params }: ErrorObject): boolean {
  return (
    instancePath === '/type' || (instancePath === '' && keyword === 'required' && params.missingProperty === 'type')
  );
}

/** What a broken keyword amounts to; the rule's severity and the schema's own rule are added by `toFinding`. */
interface Broken {
  /** The rule that it is unless the schema names another. */
  readonly code: FindingCode;
  /** The rule that it is even then. */
  readonly ownCode?: FindingCode;
  readonly message: string;
  readonly path?: JsonPath;
  readonly draw?: typeof keyRange;
  readonly fixes?: readonly Fix[];
}

function toFinding(document: Parsed, error: ErrorObject): Finding | undefined {
  const { text, root } = document;
  const at = pathInTree(root, fromPointer(error.instancePath));
  const schemas = schemasOfError(error.schemaPath);
  const [schema] = schemas;
  const broken = explain(document, error, schemas, at);
  if (!broken) return undefined;
  const { path = at, draw = valueRange, message, fixes = [] } = broken;
  const code = broken.ownCode ?? (schema.code as FindingCode | undefined) ?? broken.code;
  const severity = schema.severity ?? rules[code].severity;
  return { code, severity, path, range: draw(text, root, path), message, fixes };
}

/** A schema with those that it is a branch of. */
type Schemas = ReturnType<typeof schemasOfError>;

function explain(document: Parsed, error: ErrorObject, schemas: Schemas, path: JsonPath): Broken | undefined {
  const [schema] = schemas;
  const found = nodeAt(document.root, path)?.value;
  if (error.propertyName !== undefined) return explainName(error.propertyName, error, schema, path);
  switch (error.keyword) {
    case 'required':
      return explainMissing(error, schemas, valueAt(document, path), path);
    case 'additionalProperties':
      return explainUnknown(error.params.additionalProperty, schemas, valueAt(document, path), path);
    case 'type':
      return { code: 'wrong-type', ...explainWrongType(error.params.type, document, path, schema) };
    case 'enum':
    case 'const':
      // Of a value that is no string, its type has been said already.
      if (typeof found !== 'string' || isPlaceholder(found)) return undefined;
      return explainNotAllowed(found, error, placeAt(document.value, path), schema);
    case 'not':
      return explainForbidden(found, error, schema);
    case 'uniqueItems':
      return explainRepeated(error, schema, path);
    default:
      return isPlaceholder(found) ? undefined : { code: 'bad-format', message: say.badFormat(error, schema) };
  }
}

function explainMissing(error: ErrorObject, schemas: Schemas, value: unknown, path: JsonPath): Broken {
  const name: string = error.params.missingProperty;
  const fixes: Fix[] = [{ kind: 'add', name, path }];
  const isMeant = (key: string) =>
    mistakeFor(key, schemas)?.rename === name && canBeRenamed(value, key, name, schemas[0]);
  const written = isObject(value) && Object.keys(value).find(isMeant);
  if (written) fixes.unshift({ kind: 'rename', to: name, path: [...path, written] });
  if (isAboutType(error)) {
    const message = say.missingType(connectionTypeNames, written || undefined);
    return { code: 'missing-type', message, draw: ownerRange, fixes: written ? fixes.slice(0, 1) : [] };
  }
  const owner = schemas.find((schema) => propertySchema(schema, name).description) ?? schemas[0];
  const message = inWords(schemas[0].errorMessage) ?? say.missingProperty(name, owner, written || undefined);
  const draw: typeof keyRange = (text, root) => keyRange(text, root, [...path, written || '']);
  return { code: 'missing-property', message, draw: written ? draw : ownerRange, fixes };
}

function explainUnknown(name: string, schemas: Schemas, value: unknown, at: JsonPath): Broken {
  const [owner] = schemas;
  const known = Object.keys(owner.properties ?? {}).filter((key) => isOffered(owner, key));
  const mistake = mistakeFor(name, schemas);
  const choices = choicesWith(name, schemas);
  const isFree = (key: string) => canBeRenamed(value, name, key, owner);
  const near = mistake || choices.length > 0 ? mistake?.rename : nearest(name, known.filter(isFree));
  const planned: readonly Fix[] = mistake ? fixesOf(mistake) : near ? [{ kind: 'rename', to: near }] : [];
  const meant = planned.filter((fix) => fix.kind !== 'remove' && (fix.kind !== 'rename' || isFree(fix.to)));
  // Of another type, or of another object: that is no property which Atlas may have added since.
  const isOfOtherType = choices.some(({ by }) => by === 'type');
  const isMisplaced = mistake?.move !== undefined || isOfOtherType;
  const message =
    say.mistaken(mistake, name) ??
    (mistake?.move !== undefined ? say.misplacedProperty(name, fromPointer(mistake.move)) : undefined) ??
    (isOfOtherType && near ? say.otherName(name, owner, near) : undefined) ??
    (choices.length > 0 && !mistake ? say.foreignProperty(name, choices) : undefined) ??
    say.unknownProperty(name, owner, near, known);
  return {
    code: isMisplaced ? 'misplaced-property' : 'unknown-property',
    ...(mistake?.code ? { ownCode: mistake.code as FindingCode } : {}),
    path: [...at, name],
    draw: keyRange,
    message,
    fixes: [...meant, { kind: 'remove' }],
  };
}

/** What the key or value is said to be mistaken for. */
function mistakeFor(name: string, schemas: Schemas): Mistake | undefined {
  return schemas.find(({ mistaken = {} }) => Object.hasOwn(mistaken, name))?.mistaken?.[name];
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

function explainRepeated(error: ErrorObject, schema: Schema, path: JsonPath): Broken {
  const message = say.badFormat(error, schema);
  return { code: 'bad-format', path: [...path, Number(error.params.i)], message, fixes: [{ kind: 'remove' }] };
}

function explainNotAllowed(found: string, error: ErrorObject, place: Place, schema: Schema): Broken {
  const { allowedValues = [error.params.allowedValue] } = error.params;
  const listed = (allowedValues as unknown[]).filter((value) => typeof value === 'string');
  const allowed = listed.filter((value) => isAllowed(place.schemas, value));
  const mistake = mistakeFor(found, [schema]);
  const near = mistake ? mistake.replace : nearest(found, allowed);
  const fixes: Fix[] = near === undefined ? [] : [{ kind: 'replace', value: near }];
  if (isAboutType(error)) return { code: 'unknown-type', message: say.unknownType(found, allowed, near), fixes };
  const message = say.mistaken(mistake, found) ?? say.notAllowedValue(found, allowed, near, schema);
  return { code: 'not-allowed-value', message, fixes };
}

function valueAt({ value }: Parsed, path: JsonPath): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], value);
}
