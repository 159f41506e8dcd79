// Placeholders: values that name a source instead of holding the value, such as `${secret:NAME}`. For engine and client.

export const placeholderKinds = ['secret', 'env', 'file'] as const;

export type PlaceholderKind = (typeof placeholderKinds)[number];

/** What can be named by each kind: of the environment, what every shell can set. Which paths are read, is asked apart. */
export const nameForms: Readonly<Record<PlaceholderKind, RegExp>> = {
  secret: /^[A-Za-z0-9_.-]{1,100}$/,
  env: /^[A-Za-z_][A-Za-z0-9_]*$/,
  file: /\S/,
};

/** What a placeholder says. The kind may be one that does not exist, and the name one that nothing can have. */
export interface NamedSource {
  readonly kind: string;
  readonly name: string;
}

/** Where a value of a connection comes from when the file names a source instead of the value. */
export interface Placeholder extends NamedSource {
  /** JSON Pointer (RFC 6901) of the string that the placeholder replaces wholly. */
  readonly pointer: string;
}

export function isPlaceholderKind(kind: string | undefined): kind is PlaceholderKind {
  return placeholderKinds.some((known) => known === kind);
}

export function writePlaceholder({ kind, name }: NamedSource): string {
  return `\${${kind}:${name}}`;
}

/** What a value names that is wholly a placeholder; undefined for any other value. */
export function readPlaceholder(value: unknown): NamedSource | undefined {
  const [, kind, name] = (typeof value === 'string' && /^\$\{([a-z]+):([^{}]+)\}$/.exec(value)) || [];
  return kind && name ? { kind, name } : undefined;
}

/** Whether a value is wholly a placeholder, so that what will be sent is not known here. */
export function isPlaceholder(value: unknown): boolean {
  return readPlaceholder(value) !== undefined;
}
