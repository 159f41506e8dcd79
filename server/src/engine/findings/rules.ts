// Findings about the value as a connection: what the schemas allow, one finding for each broken rule.
import type { ErrorObject } from 'ajv';
import { connectionTypeNames } from '../connectionTypes.ts';
import { isObject, type StreamConnDocument } from '../document.ts';
import { validate } from '../generated/validate.js';
import { fromPointer, type JsonPath, nodeAt, pathInTree } from '../jsonPath.ts';
import { isPlaceholder } from '../placeholders.ts';
import { schemaOfError } from '../schemaLookup.ts';
import { type Finding, type FindingCode, severities } from './finding.ts';
import * as say from './messages.ts';
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

function toFinding(document: Parsed, error: ErrorObject): Finding | undefined {
  const { text, root } = document;
  const path = pathInTree(root, fromPointer(error.instancePath));
  const schema = schemaOfError(error.schemaPath);
  const found = nodeAt(root, path)?.value;
  const at = (code: FindingCode, message: string, place: JsonPath, range = valueRange(text, root, place)): Finding => ({
    code,
    severity: severities[code],
    path: place,
    range,
    message,
  });
  switch (error.keyword) {
    case 'required': {
      const name: string = error.params.missingProperty;
      const owner = ownerRange(text, root, path);
      if (isAboutType(error)) return at('missing-type', say.missingType(connectionTypeNames), path, owner);
      return at('missing-property', say.missingProperty(name, schema), path, owner);
    }
    case 'additionalProperties': {
      const name: string = error.params.additionalProperty;
      const place = [...path, name];
      return at('unknown-property', say.unknownProperty(name, schema), place, keyRange(text, root, place));
    }
    case 'type':
      return at('wrong-type', say.wrongType(error.params.type, valueAt(document, path)), path);
    case 'enum':
    case 'const':
      // Of a value that is no string, its type has been said already.
      if (typeof found !== 'string' || isPlaceholder(found)) return undefined;
      if (isAboutType(error)) return at('unknown-type', say.unknownType(found, connectionTypeNames), path);
      return at('not-allowed-value', say.notAllowedValue(found, allowedValues(error)), path);
    default:
      return isPlaceholder(found) ? undefined : at('bad-format', say.badFormat(error, schema), path);
  }
}

function allowedValues({ params }: ErrorObject): readonly unknown[] {
  return params.allowedValues ?? [params.allowedValue];
}

function valueAt({ value }: Parsed, path: JsonPath): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], value);
}
