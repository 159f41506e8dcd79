// When a key may be said to stand for another one.
import { toPointer } from '../../jsonPointer.ts';
import { isObject } from '../json/document.ts';
import { jsonType } from '../schema/jsonType.ts';
import { levels } from '../schema/rules.ts';
import { propertySchema, type Schema } from '../schema/schemaLookup.ts';
import type { Finding } from './finding.ts';

/** Whether what an object has under one name can stand under the other: that is free, and of this JSON type. */
export function canBeRenamed(object: unknown, from: string, to: string, owner: Schema): boolean {
  if (!isObject(object) || Object.hasOwn(object, to)) return false;
  const types = [propertySchema(owner, to).type ?? []].flat();
  return types.length === 0 || types.includes(jsonType(object[from]));
}

/**
 * A missing property that stands there under another name is one mistake: what is said of that name is dropped, unless
 * it is worse.
 */
export function onceEach(findings: readonly Finding[]): Finding[] {
  const missing = findings.filter(({ fixes }) => fixes.some(({ kind }) => kind === 'add'));
  const renamed = new Map(
    missing.flatMap(({ severity, fixes }) =>
      fixes.filter(({ kind }) => kind === 'rename').map(({ path = [] }) => [toPointer(path), levels.indexOf(severity)]),
    ),
  );
  return findings.filter(({ code, path, severity }) => {
    const level = code === 'unknown-property' ? renamed.get(toPointer(path)) : undefined;
    return level === undefined || levels.indexOf(severity) > level;
  });
}
