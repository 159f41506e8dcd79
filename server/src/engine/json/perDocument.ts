// What is known of one version of a document is computed once, when it is first asked for.
import type { StreamConnDocument } from './document.ts';

/** Gives what `compute` gives; for the same document object, the same result. */
export function perDocument<T>(compute: (document: StreamConnDocument) => T): (document: StreamConnDocument) => T {
  const computed = new WeakMap<StreamConnDocument, { readonly result: T }>();
  return (document) => {
    const known = computed.get(document) ?? { result: compute(document) };
    computed.set(document, known);
    return known.result;
  };
}
