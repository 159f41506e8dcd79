// What will be read for a request, told before anything of it is.
import type { Placeholder } from '../../../../server/src/placeholder.ts';
import { type Readers, readerOf } from './reader.ts';
import { toShown } from './toShown.ts';

export interface SeenSource {
  readonly kind: string;
  readonly name: string;
  readonly note: string | undefined;
}

export type Looked =
  /** Each source once, in the order of the body. */
  | { readonly kind: 'usable'; readonly sources: readonly SeenSource[] }
  | { readonly kind: 'unusable'; readonly reason: string };

/** Every source of a body, or the first that cannot be used. */
export async function lookAtSources(placeholders: readonly Placeholder[], readers: Readers): Promise<Looked> {
  const sources = new Map<string, SeenSource>();
  for (const { kind, name } of placeholders) {
    const shown = toShown({ kind, name });
    if (sources.has(`${kind}:${name}`)) continue;
    const looked = await readerOf(readers, kind).look(name);
    if (looked.kind === 'unreadable') return { kind: 'unusable', reason: `${shown}: ${looked.reason}` };
    sources.set(`${kind}:${name}`, { kind, name, note: looked.note });
  }
  return { kind: 'usable', sources: [...sources.values()] };
}
