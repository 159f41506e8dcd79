// Properties that an object must have and has not, at least not by that name.

import { nearest } from '../../nearest.ts';
import type { JsonPath } from '../json/jsonPath.ts';
import { connectionTypeNames } from '../schema/connectionTypes.ts';
import { mistakeFor, propertySchema, root, type Schema } from '../schema/schemaLookup.ts';
import { inWords } from '../schema/wording.ts';
import type { Finding } from './finding.ts';
import type { Fix } from './fix.ts';
import * as say from './messages.ts';
import type { Remark } from './remark.ts';
import { canBeRenamed } from './renaming.ts';

/** Of the property `name`; where it was `written` under another name, that is where it is said. */
export function explainMissing(
  name: string,
  schemas: readonly [Schema, ...Schema[]],
  path: JsonPath,
  written: string | undefined,
): Remark {
  const add: Fix = { kind: 'add', name, path };
  const mistake = written === undefined ? undefined : mistakeFor(written, schemas);
  const owner = schemas.find((schema) => propertySchema(schema, name).description) ?? schemas[0];
  const message = inWords(schemas[0].errorMessage) ?? say.missingProperty(name, owner, written);
  if (written === undefined) return { code: 'missing-property', message, on: 'owner', fixes: [add] };
  const key = [...path, written];
  return {
    code: 'missing-property',
    message: say.mistaken(mistake, written) ?? message,
    on: { keyAt: key },
    fixes: [{ kind: 'rename', to: name, path: key }, add],
  };
}

/** Of the property that says what a connection is; without it, nobody can tell which of the other keys are known. */
export function explainMissingType(value: Readonly<Record<string, unknown>>, schemas: readonly Schema[]): Remark {
  const keys = Object.keys(value).filter((key) => !Object.hasOwn(root.properties ?? {}, key));
  const free = keys.filter((key) => canBeRenamed(value, key, 'type', root));
  const written = free.find((key) => mistakeFor(key, schemas)?.rename === 'type') ?? nearest('type', free);
  const message = say.missingType(connectionTypeNames, written);
  return written === undefined
    ? { code: 'missing-type', message, on: 'owner', fixes: [{ kind: 'add', name: 'type', path: [], value: '' }] }
    : {
        code: 'missing-type',
        message,
        on: { keyAt: [written] },
        fixes: [{ kind: 'rename', to: 'type', path: [written] }],
      };
}

/** The key of the object at the path which is unknown there and stands for the property that is missing. */
export function writtenAs(name: string, path: JsonPath, unknown: readonly Finding[]): string | undefined {
  const found = unknown.find(
    ({ path: at, fixes: [fix] }) => fix?.kind === 'rename' && fix.to === name && isSame(at.slice(0, -1), path),
  );
  return found && String(found.path.at(-1));
}

function isSame(a: JsonPath, b: JsonPath): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}
