// JSON as snippet text: what LSP calls a snippet, in which `$`, `}` and `\` have a meaning of their own.

/** Text that stands for itself in a snippet. */
export function plain(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&');
}

/** A JSON value, whose strings are already snippet text; indented by tabs, which editors change to what the file uses. */
export function toSnippet(body: unknown, indent = ''): string {
  const inner = `${indent}\t`;
  if (typeof body === 'string') return `"${body}"`;
  if (Array.isArray(body)) return `[${body.map((item) => toSnippet(item, indent)).join(', ')}]`;
  if (typeof body !== 'object' || body === null) return JSON.stringify(body);
  const lines = Object.entries(body).map(
    ([key, value]) => `${inner}${JSON.stringify(key)}: ${toSnippet(value, inner)}`,
  );
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

/** The snippet text of a string that is a placeholder, its name chosen to be typed over; undefined for another string. */
export function placeholderSnippet(value: unknown): string | undefined {
  const { kind, name } = /^\$\{(?<kind>[a-z]+):(?<name>[^{}]+)\}$/.exec(String(value))?.groups ?? {};
  return kind && name ? `"\\\${${kind}:\${1:${plain(name)}}\\}"` : undefined;
}
