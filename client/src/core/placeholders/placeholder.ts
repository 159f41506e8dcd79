// A value of the request body that names a source instead: `${secret:NAME}` and its like.

export interface Placeholder {
  /** JSON Pointer (RFC 6901) of the string that the placeholder is. */
  readonly pointer: string;
  readonly kind: string;
  readonly name: string;
}

/** As the file says it. */
export function toText({ kind, name }: Pick<Placeholder, 'kind' | 'name'>): string {
  return `\${${kind}:${name}}`;
}

/** As a message says it: a name from a file must not make a second line or a long text there. */
export function toShown(source: Pick<Placeholder, 'kind' | 'name'>): string {
  const text = toText(source).replaceAll(/[\p{C}\p{Z}]+/gu, ' ');
  return text.length > shownAtMost ? `${text.slice(0, shownAtMost)}…` : text;
}

const shownAtMost = 200;
