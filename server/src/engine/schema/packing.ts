// JSON in which what occurs more than once stands once, so that the composed schema takes little room in dist/.

/** The repeated parts of a JSON value, and last the whole of it; -1 stands for the first part. The value has no negative numbers. */
export function pack(value: unknown): unknown[] {
  const uses = new Map<string, number>();
  const count = (part: unknown): void => {
    const text = JSON.stringify(part);
    uses.set(text, (uses.get(text) ?? 0) + 1);
    if (uses.get(text) === 1 && isNested(part)) Object.values(part).forEach(count);
  };
  count(value);
  const parts: unknown[] = [];
  const references = new Map<string, number>();
  const write = (part: unknown): unknown => {
    const text = JSON.stringify(part);
    const written = references.get(text) ?? (isNested(part) ? mapParts(part, write) : part);
    if (references.has(text) || uses.get(text) === 1 || text.length < 6) return written;
    references.set(text, -parts.push(written));
    return -parts.length;
  };
  parts.push(write(value));
  return parts;
}

/** The value that was packed. Parts that are the same are one object. */
export function unpack(parts: unknown[]): unknown {
  // A part refers only to those before it.
  const read = (part: unknown): unknown => {
    if (typeof part === 'number' && part < 0) return parts[-1 - part];
    if (isNested(part)) for (const key in part) part[key] = read(part[key]);
    return part;
  };
  for (const index in parts) parts[index] = read(parts[index]);
  return parts.at(-1);
}

type Nested = Record<string, unknown>;

function isNested(value: unknown): value is Nested {
  return typeof value === 'object' && value !== null;
}

function mapParts(value: Nested, change: (part: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, change(part)]));
}
