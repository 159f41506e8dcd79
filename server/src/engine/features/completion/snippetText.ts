// JSON as snippet text: what LSP calls a snippet, in which `$`, `}` and `\` have a meaning of their own.

import { readPlaceholder } from '../../../placeholder.ts';
import type { SecretNaming } from '../../connection/secretNaming.ts';
import { escapeSnippet } from '../../fixing/writeJson.ts';
import type { JsonPath } from '../../json/jsonPath.ts';

/**
 * The JSON value for `path`, whose keys and strings are already snippet text; indented by tabs, which editors change to what
 * the file uses. `NAME` in a secret's placeholder becomes the name that the secret gets.
 */
export function toSnippet(body: unknown, path: JsonPath, naming: SecretNaming, indent = ''): string {
  const inner = `${indent}\t`;
  if (typeof body === 'string') return `"${withName(body, () => naming.nameFor(path))}"`;
  if (Array.isArray(body)) {
    return `[${body.map((item, index) => toSnippet(item, [...path, index], naming, indent)).join(', ')}]`;
  }
  if (typeof body !== 'object' || body === null) return JSON.stringify(body);
  const lines = Object.entries(body).map(([key, value]) => {
    const inside = [...path, key.replace(/^\$\{\d+:(.*)\}$/, '$1')];
    return `${inner}${JSON.stringify(key)}: ${toSnippet(value, inside, naming, inner)}`;
  });
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

function withName(text: string, name: () => string): string {
  return text.replace(/(?<=\$\{secret:\$\{\d+:)NAME(?=\})/, name);
}

/** The snippet text of a string that is a placeholder, its name chosen to be typed over; undefined for another string. */
export function placeholderSnippet(value: unknown): string | undefined {
  const source = readPlaceholder(value);
  return source && `"\\\${${source.kind}:\${1:${escapeSnippet(source.name)}}\\}"`;
}
