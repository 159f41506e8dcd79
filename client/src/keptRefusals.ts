// The last refusal of each file, as the language server keeps it, so that a new server can be told.
import { type RefusedParams, refusedFilesAtMost } from '../../server/src/protocol.ts';

export interface KeptRefusals {
  /** The oldest first. */
  all(): readonly RefusedParams[];
  /** In the place of what was refused of the file before. */
  keep(params: RefusedParams): void;
  forget(uri: string): void;
}

export function createKeptRefusals(): KeptRefusals {
  const kept = new Map<string, RefusedParams>();
  return {
    all: () => [...kept.values()],
    keep: (params) => {
      kept.delete(params.uri);
      kept.set(params.uri, params);
      const [oldest] = kept.keys();
      if (oldest !== undefined && kept.size > refusedFilesAtMost) kept.delete(oldest);
    },
    forget: (uri) => void kept.delete(uri),
  };
}
