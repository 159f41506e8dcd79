// What the text had keeps its own placeholder or plain value; the server names only what was missing.
import type { FileOfResult } from '../../../../server/src/deployedProtocol.ts';
import { fromPointer } from '../../../../server/src/jsonPointer.ts';
import { isObject, type JsonObject, setAt } from '../json.ts';

/** The file's text, in which every place that the connection has a string for says that string. */
export function withOwnValues({ text, secrets }: FileOfResult, connection: JsonObject): string {
  const file: unknown = JSON.parse(text);
  if (!isObject(file)) return text;
  const own = secrets.flatMap(({ pointer }) => {
    const path = fromPointer(pointer);
    const value = stringAt(connection, path);
    return value ? [{ path, value }] : [];
  });
  return `${JSON.stringify(
    own.reduce((object, { path, value }) => setAt(object, path, value), file),
    null,
    2,
  )}\n`;
}

function stringAt(root: JsonObject, path: readonly string[]): string | undefined {
  let value: unknown = root;
  for (const key of path) value = hasKey(value, key) ? value[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function hasKey(value: unknown, key: string): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}
