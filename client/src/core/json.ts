// JSON values: read, and changed by paths without ever touching the original.

export type JsonObject = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as a JSON object; undefined where it is none. */
export function toObject(value: unknown): JsonObject | undefined {
  return isObject(value) ? value : undefined;
}

/** The text as a JSON object; undefined where it is none. */
export function parseObject(text: string): JsonObject | undefined {
  try {
    return toObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** What an object has of its own, and nothing of what every object has. */
export function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** The object with the value at the path; what is in the way of the path is replaced. */
export function setAt(object: JsonObject, [key, ...rest]: readonly string[], value: unknown): JsonObject {
  if (key === undefined) return object;
  const inner = Object.hasOwn(object, key) ? object[key] : undefined;
  return Object.fromEntries([...Object.entries(object), [key, setWithin(inner, rest, value)]]);
}

function setWithin(inner: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (!Array.isArray(inner)) return setAt(isObject(inner) ? inner : {}, path, value);
  return inner.map((item, index) => (String(index) === key ? setWithin(item, rest, value) : item));
}

/** Whether a value has more than so many values in it; the value must not nest too deeply. */
export function isLarger(value: unknown, limit: number): boolean {
  let left = limit;
  const count = (item: unknown): boolean =>
    left-- < 0 || (typeof item === 'object' && item !== null && Object.values(item).some(count));
  return count(value);
}

/** Whether a value nests more deeply than any connection does; found without recursion. */
export function isTooDeep(value: unknown, limit: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
  }
  return false;
}
