// Findings about the value as a connection: what the schemas allow, one finding for each broken rule.
import type { ErrorObject } from 'ajv';
import { connectionTypeNames } from '../connectionTypes.ts';
import { isObject, type StreamConnDocument } from '../document.ts';
import { validate } from '../generated/validate.js';
import { fromPointer, type JsonPath, nodeAt, pathInTree } from '../jsonPath.ts';
import { isPlaceholder } from '../placeholders.ts';
import { isOffered, type Mistake, type Schema, schemaOfError } from '../schemaLookup.ts';
import { type Finding, type FindingCode, rules } from './finding.ts';
import type { Fix } from './fix.ts';
import * as say from './messages.ts';
import { nearest } from './nearest.ts';
import { keyRange, ownerRange, valueRange } from './ranges.ts';

type Parsed = StreamConnDocument & { readonly root: NonNullable<StreamConnDocument['root']> };

/** The broken rules of a file, in no particular order; none where there is no value at all. */
export function findBrokenRules(document: StreamConnDocument): Finding[] {
  if (!hasRoot(document) || validate(document.value)) return [];
  const errors = (validate.errors ?? []).filter((error) => error.keyword !== 'if');
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

/** What a broken keyword amounts to; the rule's severity and the schema's own words are added by `toFinding`. */
interface Broken {
  readonly code: FindingCode;
  readonly message: string;
  readonly path?: JsonPath;
  readonly draw?: typeof keyRange;
  readonly fixes?: readonly Fix[];
}

function toFinding(document: Parsed, error: ErrorObject): Finding | undefined {
  const { text, root } = document;
  const at = pathInTree(root, fromPointer(error.instancePath));
  const schema = schemaOfError(error.schemaPath);
  const broken = explain(document, error, schema, at);
  if (!broken) return undefined;
  const { path = at, draw = valueRange, message, fixes = [] } = broken;
  const code = (schema.code as FindingCode | undefined) ?? broken.code;
  const severity = schema.severity ?? rules[code].severity;
  return { code, severity, path, range: draw(text, root, path), message, fixes };
}

function explain(document: Parsed, error: ErrorObject, schema: Schema, path: JsonPath): Broken | undefined {
  const found = nodeAt(document.root, path)?.value;
  switch (error.keyword) {
    case 'required':
      return explainMissing(error, schema, path);
    case 'additionalProperties':
      return explainUnknown(error.params.additionalProperty, schema, path);
    case 'type':
      return explainWrongType(error.params.type, valueAt(document, path), schema);
    case 'enum':
    case 'const':
      // Of a value that is no string, its type has been said already.
      if (typeof found !== 'string' || isPlaceholder(found)) return undefined;
      return explainNotAllowed(found, error, schema);
    default:
      return isPlaceholder(found) ? undefined : { code: 'bad-format', message: say.badFormat(error, schema) };
  }
}

function explainMissing(error: ErrorObject, schema: Schema, path: JsonPath): Broken {
  const name: string = error.params.missingProperty;
  if (isAboutType(error)) {
    return { code: 'missing-type', message: say.missingType(connectionTypeNames), draw: ownerRange };
  }
  const message = schema.errorMessage ?? say.missingProperty(name, schema);
  return { code: 'missing-property', message, draw: ownerRange, fixes: [{ kind: 'add', name, path }] };
}

function explainUnknown(name: string, owner: Schema, at: JsonPath): Broken {
  const known = Object.keys(owner.properties ?? {}).filter((key) => isOffered(owner, key));
  const mistake = owner.mistaken?.[name];
  const near = mistake?.rename ?? nearest(name, known);
  const meant: Fix[] = mistake ? fixesOf(mistake) : near ? [{ kind: 'rename', to: near }] : [];
  return {
    code: 'unknown-property',
    path: [...at, name],
    draw: keyRange,
    message: mistake?.message ?? say.unknownProperty(name, owner, near, known),
    fixes: [...meant, { kind: 'remove' }],
  };
}

function explainWrongType(expected: string, found: unknown, schema: Schema): Broken {
  const message = say.wrongType(expected, found, schema);
  const isPlain = typeof found === 'number' || typeof found === 'boolean';
  const fixes: Fix[] = expected === 'string' && isPlain ? [{ kind: 'replace', value: String(found) }] : [];
  return { code: 'wrong-type', message, fixes };
}

function explainNotAllowed(found: string, error: ErrorObject, schema: Schema): Broken {
  const { allowedValues = [error.params.allowedValue] } = error.params;
  const allowed = (allowedValues as unknown[]).filter((value) => typeof value === 'string');
  const mistake = schema.mistaken?.[found];
  const near = mistake ? mistake.replace : nearest(found, allowed);
  const fixes: Fix[] = near === undefined ? [] : [{ kind: 'replace', value: near }];
  if (isAboutType(error)) return { code: 'unknown-type', message: say.unknownType(found, allowed, near), fixes };
  const message = mistake?.message ?? schema.errorMessage ?? say.notAllowedValue(found, allowed, near);
  return { code: 'not-allowed-value', message, fixes };
}

function fixesOf({ rename, move, replace, remove }: Mistake): Fix[] {
  return [
    ...(rename === undefined ? [] : [{ kind: 'rename', to: rename } as const]),
    ...(move === undefined ? [] : [{ kind: 'move', to: fromPointer(move) } as const]),
    ...(replace === undefined ? [] : [{ kind: 'replace', value: replace } as const]),
    ...(remove ? [{ kind: 'remove' } as const] : []),
  ];
}

function valueAt({ value }: Parsed, path: JsonPath): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], value);
}
