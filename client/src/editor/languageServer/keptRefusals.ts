// The last refusal of each file, as the language server keeps it, so that a new server can be told.
import { type RefusedParams, refusedFilesAtMost } from '../../../../server/src/protocol.ts';
import type { StreamTarget } from '../../core/atlas/endpoint.ts';

export interface KeptRefusal {
  readonly params: RefusedParams;
  /** Where it was refused. */
  readonly at: StreamTarget;
}

export interface KeptRefusals {
  /** The oldest first. */
  all(): readonly KeptRefusal[];
  /** In the place of what was refused of the file before. */
  keep(refusal: KeptRefusal): void;
  /** Whether there was one. */
  forget(uri: string): boolean;
}

export function createKeptRefusals(): KeptRefusals {
  const kept = new Map<string, KeptRefusal>();
  return {
    all: () => [...kept.values()],
    keep: (refusal) => {
      const { uri } = refusal.params;
      kept.delete(uri);
      kept.set(uri, refusal);
      const [oldest] = kept.keys();
      if (oldest !== undefined && kept.size > refusedFilesAtMost) kept.delete(oldest);
    },
    forget: (uri) => kept.delete(uri),
  };
}
