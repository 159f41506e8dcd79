// A request body as a template: plain values, and in the place of each secret and placeholder where it comes from.
import { toPointer } from '../../../../server/src/jsonPointer.ts';
import { isPlaceholderKind, type PlaceholderKind, writePlaceholder } from '../../../../server/src/placeholder.ts';
import { isSecret } from '../../../../server/src/secrets.ts';
import { secretsIn } from '../redaction/secretPaths.ts';
import type { ExportRequest } from './request.ts';

export type Template<S> =
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  | { readonly kind: 'source'; readonly source: S }
  | { readonly kind: 'list'; readonly items: readonly Template<S>[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [key: string, value: Template<S>])[] };

/** Where a value comes from. A literal secret is told by where it stands; its text stays with the body. */
export type Source =
  | { readonly kind: PlaceholderKind; readonly name: string }
  | { readonly kind: 'literal'; readonly id: number; readonly path: readonly string[] };

/** Texts shorter than this are found in every other text, and tell nothing there. */
const shortestPart = 4;

/**
 * The body as a template. Each secret that the file holds itself has become a source, also where another value has it
 * within; the same text is the same source everywhere.
 */
export function toTemplate(request: ExportRequest): Template<Source> {
  const placeholderAt = placeholderFinder(request);
  const isTelling = literalFinder(request);
  const literals = new Map<string, Source>();

  const leaf = (value: unknown, path: readonly string[]): Template<Source> => {
    const placeholder = typeof value === 'string' && placeholderAt(path);
    if (placeholder) return { kind: 'source', source: placeholder };
    if (isTelling(value, path)) {
      const text = String(value);
      const source = literals.get(text) ?? { kind: 'literal', id: literals.size, path };
      literals.set(text, source);
      return { kind: 'source', source };
    }
    return { kind: 'value', value: isPlain(value) ? value : null };
  };
  const build = (value: unknown, path: readonly string[]): Template<Source> => {
    if (Array.isArray(value)) {
      return { kind: 'list', items: value.map((item, index) => build(item, [...path, String(index)])) };
    }
    if (typeof value !== 'object' || value === null) return leaf(value, path);
    return { kind: 'object', entries: Object.entries(value).map(([key, item]) => [key, build(item, [...path, key])]) };
  };
  return build(request.body, []);
}

type Find<T> = (path: readonly string[]) => T;

function placeholderFinder({ placeholders }: ExportRequest): Find<Source | undefined> {
  const named = new Map(placeholders.map((placeholder) => [placeholder.pointer, placeholder]));
  return (path) => {
    const { kind, name } = named.get(toPointer(path)) ?? {};
    return isPlaceholderKind(kind) && name !== undefined ? { kind, name } : undefined;
  };
}

/** Tells whether a value is a secret or gives one away. */
function literalFinder({ body, secretPaths, placeholders }: ExportRequest) {
  const named = new Set(placeholders.map(writePlaceholder));
  const secrets = new Set(secretsIn(body, secretPaths).filter((text) => !named.has(text)));
  const parts = [...secrets].filter((secret) => secret.length >= shortestPart);
  return (value: unknown, path: readonly string[]): boolean => {
    if (isSecret(path, value, secretPaths)) return true;
    // “true” and “1” give nothing away where they are no secret themselves.
    if (typeof value !== 'string') return false;
    return secrets.has(value) || parts.some((secret) => value.includes(secret));
  };
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** The same template with other sources. */
export function mapSources<S, T>(template: Template<S>, to: (source: S) => T): Template<T> {
  switch (template.kind) {
    case 'value':
      return template;
    case 'source':
      return { kind: 'source', source: to(template.source) };
    case 'list':
      return { kind: 'list', items: template.items.map((item) => mapSources(item, to)) };
    case 'object':
      return { kind: 'object', entries: template.entries.map(([key, value]) => [key, mapSources(value, to)]) };
  }
}

/** Every source, in the order of the body. */
export function sourcesOf<S>(template: Template<S>): S[] {
  switch (template.kind) {
    case 'value':
      return [];
    case 'source':
      return [template.source];
    case 'list':
      return template.items.flatMap(sourcesOf);
    case 'object':
      return template.entries.flatMap(([, value]) => sourcesOf(value));
  }
}
