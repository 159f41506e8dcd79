// Gives each source of a template its environment variable, by a name that every shell takes.
import type { ExportRequest } from './request.ts';
import { mapSources, type Source, sourcesOf, type Template, toTemplate } from './template.ts';

/** What a copied text takes the value from when it runs. */
export type Input =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string };

export interface Bound {
  readonly body: Template<Input>;
  /** Each once, in the order of the body, with what its value is in words that no comment trips over. */
  readonly variables: readonly { readonly name: string; readonly meaning: string }[];
  readonly readsFiles: boolean;
}

/**
 * `SECRET_KAFKA_PASSWORD` for `${secret:kafka-password}`, `SECRET_ORDERS_PASSWORD` for a password that the file of the
 * connection `orders` holds itself, and for `${env:NAME}` that very name. The prefix keeps a name in a file from being
 * one that the shell itself lives by, such as PATH.
 */
export function bindInputs(request: ExportRequest): Bound {
  const template = toTemplate(request);
  const connection = nameIn(template);
  const sources = new Map(sourcesOf(template).map((source) => [keyOf(source), source]));
  const taken = new Set<string>();
  const names = new Map<string, string>();
  // First those whose name the file decides.
  const ordered = [...sources].sort(([, a], [, b]) => Number(isOwnName(b)) - Number(isOwnName(a)));
  for (const [key, source] of ordered) {
    if (source.kind === 'file') continue;
    const name = isOwnName(source) ? source.name : free(taken, suggest(source, connection));
    taken.add(name);
    names.set(key, name);
  }
  const toInput = (source: Source): Input =>
    source.kind === 'file'
      ? { kind: 'file', path: source.name }
      : { kind: 'variable', name: names.get(keyOf(source)) ?? '' };
  return {
    body: mapSources(template, toInput),
    variables: [...sources].flatMap(([key, source]) => {
      const name = names.get(key);
      return name === undefined ? [] : [{ name, meaning: plain(meaningOf(source)) }];
    }),
    readsFiles: [...sources.values()].some(({ kind }) => kind === 'file'),
  };
}

/** The connection's name where it is an ordinary text; undefined where it comes from elsewhere or has a secret in it. */
export function nameIn<S>(template: Template<S>): string | undefined {
  const [, name] = (template.kind === 'object' && template.entries.find(([key]) => key === 'name')) || [];
  return name?.kind === 'value' && typeof name.value === 'string' ? name.value : undefined;
}

/** One line of letters, digits and harmless marks: what is fit for a comment in every shell, pasted or run. */
export function plain(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N} .,:/_-]+/gu, '_').slice(0, 200);
}

/** In capitals, with nothing but what a variable's name may have; empty where nothing is left of the text. */
function toVariable(text: string): string {
  const words = text.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
  return words
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 60);
}

function suggest(source: Source, connection: string | undefined): string {
  const parts = source.kind === 'literal' ? [connection ?? '', source.path.at(-1) ?? ''] : [source.name];
  return ['SECRET', ...parts.map(toVariable).filter((part) => part !== '')].join('_');
}

function free(taken: ReadonlySet<string>, name: string): string {
  if (!taken.has(name)) return name;
  for (let count = 2; ; count++) if (!taken.has(`${name}_${count}`)) return `${name}_${count}`;
}

function isOwnName(source: Source): source is Source & { readonly kind: 'env' } {
  return source.kind === 'env' && /^[A-Z_][A-Z0-9_]*$/.test(source.name);
}

function keyOf(source: Source): string {
  return source.kind === 'literal' ? `literal:${source.id}` : `${source.kind}:${source.name}`;
}

function meaningOf(source: Source): string {
  return source.kind === 'literal' ? source.path.join('.') : `${source.kind}:${source.name}`;
}
