// Puts the real values in the place of `${secret:NAME}` and its like, for one send.

/** One value of the body that names a source instead; `pointer` is a JSON Pointer (RFC 6901). */
export interface PlaceholderUse {
  readonly pointer: string;
  readonly kind: string;
  readonly name: string;
}

export type ReadResult =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'cancelled' };

/** Reads one source by name. The reason of a failure is a sentence a person can act on, without any secret. */
export type Reader = (name: string) => Promise<ReadResult>;

export type ResolveResult =
  /** `values` are the texts that were put in, to be kept out of everything shown. */
  | { readonly kind: 'resolved'; readonly body: JsonObject; readonly values: readonly string[] }
  | { readonly kind: 'unresolved'; readonly reason: string }
  | { readonly kind: 'cancelled' };

export type JsonObject = { readonly [key: string]: unknown };

/**
 * The body with each placeholder's value in its place. One pass: a value that looks like a placeholder stays as it is.
 * A source that cannot be read makes the whole body unresolved; nothing becomes an empty string.
 */
export async function resolvePlaceholders(
  body: JsonObject,
  uses: readonly PlaceholderUse[],
  readers: Readonly<Record<string, Reader>>,
): Promise<ResolveResult> {
  const byPointer = new Map<string, string>();
  const bySource = new Map<string, string>();
  for (const { pointer, kind, name } of uses) {
    const source = `${kind}:${name}`;
    let value = bySource.get(source);
    if (value === undefined) {
      const result = await read(readers, kind, name);
      if (result.kind === 'cancelled') return result;
      if (result.kind === 'unreadable') return { kind: 'unresolved', reason: `\${${source}}: ${result.reason}` };
      value = result.value;
      bySource.set(source, value);
    }
    byPointer.set(pointer, value);
  }
  return { kind: 'resolved', body: replace(body, '', byPointer) as JsonObject, values: [...bySource.values()] };
}

async function read(readers: Readonly<Record<string, Reader>>, kind: string, name: string): Promise<ReadResult> {
  const reader = Object.hasOwn(readers, kind) ? readers[kind] : undefined;
  if (reader) return reader(name);
  const known = Object.keys(readers).map((key) => `\${${key}:…}`);
  return { kind: 'unreadable', reason: `there is no such kind of placeholder. Use ${known.join(', ')}.` };
}

function replace(value: unknown, pointer: string, values: ReadonlyMap<string, string>): unknown {
  const known = values.get(pointer);
  if (known !== undefined) return known;
  if (Array.isArray(value)) return value.map((item, index) => replace(item, `${pointer}/${index}`, values));
  if (typeof value !== 'object' || value === null) return value;
  // fromEntries defines each key, so that one named `__proto__` stays data.
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, replace(item, `${pointer}/${escapeKey(key)}`, values)]),
  );
}

function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
