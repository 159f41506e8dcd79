// What reads one kind of placeholder: a secret, an environment variable, a file.
import * as l10n from '@vscode/l10n';
import { writePlaceholder } from '../../../../server/src/placeholder.ts';

export type ReadResult = { readonly kind: 'value'; readonly value: string } | Unreadable;

/** The reason is a sentence a person can act on, begins small and has no secret in it. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly reason: string;
}

export type LookResult =
  /** `note` is what a person should know of the source before it is read, such as its size. */
  { readonly kind: 'usable'; readonly note?: string } | Unreadable;

export interface Reader {
  /** Tells whether the source can be read, without reading its value. */
  look(name: string): Promise<LookResult>;
  read(name: string): Promise<ReadResult>;
}

/** By the kind that stands in `${kind:name}`. */
export type Readers = Readonly<Record<string, Reader>>;

export function unreadable(reason: string): Unreadable {
  return { kind: 'unreadable', reason };
}

/** The reader of a kind; or, where there is none, one that says which kinds there are. */
export function readerOf(readers: Readers, kind: string): Reader {
  const reader = Object.hasOwn(readers, kind) ? readers[kind] : undefined;
  if (reader) return reader;
  const known = Object.keys(readers).map((key) => writePlaceholder({ kind: key, name: '…' }));
  const refusal = async () => unreadable(l10n.t('there is no such kind of placeholder. Use {0}.', known.join(', ')));
  return { look: refusal, read: refusal };
}

/** The same readers, which refuse while the workspace is not trusted: asked anew each time. */
export function whenTrusted<T extends Readers>(isTrusted: () => boolean, readers: T): T {
  const refusal = unreadable(l10n.t('this workspace is not trusted. Trust it first.'));
  const guard = ({ look, read }: Reader): Reader => ({
    look: async (name) => (isTrusted() ? look(name) : refusal),
    read: async (name) => (isTrusted() ? read(name) : refusal),
  });
  return Object.fromEntries(Object.entries(readers).map(([kind, reader]) => [kind, guard(reader)])) as T;
}
