// Puts the real values in the place of `${secret:NAME}` and its like, for one send.

import * as l10n from '@vscode/l10n';
import { fromPointer, toPointer } from '../../../../server/src/jsonPointer.ts';
import { type Placeholder, writePlaceholder } from '../../../../server/src/placeholder.ts';
import type { JsonObject } from '../json.ts';
import { type Readers, readerOf } from './reader.ts';
import { toShown } from './toShown.ts';

export type ResolveResult =
  /** `values` are the texts that were put in, to be kept out of everything shown. */
  | { readonly kind: 'resolved'; readonly body: JsonObject; readonly values: readonly string[] }
  | { readonly kind: 'unresolved'; readonly reason: string };

export interface Unresolved {
  readonly body: JsonObject;
  readonly placeholders: readonly Placeholder[];
  /** Whether a secret may stand at the path, key by key. */
  readonly maySecretStandAt: (path: readonly string[]) => boolean;
}

/**
 * The body with each placeholder's value in its place. One pass: a value that looks like a placeholder stays as it is.
 * A source that cannot be read makes the whole body unresolved; nothing becomes an empty string. So does a private key where
 * Atlas would give it back.
 */
export async function resolvePlaceholders(
  { body, placeholders, maySecretStandAt }: Unresolved,
  readers: Readers,
): Promise<ResolveResult> {
  const bySource = new Map<string, string>();
  for (const placeholder of placeholders) {
    const source = writePlaceholder(placeholder);
    if (bySource.has(source)) continue;
    const result = await readerOf(readers, placeholder.kind).read(placeholder.name);
    if (result.kind === 'unreadable')
      return { kind: 'unresolved', reason: `${toShown(placeholder)}: ${result.reason}` };
    bySource.set(source, result.value);
  }
  const exposed = placeholders.find(
    (placeholder) =>
      privateKey.test(bySource.get(writePlaceholder(placeholder)) ?? '') &&
      !maySecretStandAt(fromPointer(placeholder.pointer)),
  );
  if (exposed) return { kind: 'unresolved', reason: `${toShown(exposed)}: ${noPlaceForKey(exposed)}` };
  const left = new Map(placeholders.map((placeholder) => [placeholder.pointer, writePlaceholder(placeholder)]));
  const resolved = replace(body, '', (value, pointer) => {
    if (left.get(pointer) !== value) return undefined;
    left.delete(pointer);
    return bySource.get(value);
  });
  if (left.size > 0) throw new Error('A placeholder is not in the body that it was found in.');
  return { kind: 'resolved', body: resolved as JsonObject, values: [...bySource.values()] };
}

const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;

function noPlaceForKey(placeholder: Placeholder): string {
  return l10n.t(
    'it holds a private key, and {0} is no place for one. Put the certificate alone into a file of its own.',
    fromPointer(placeholder.pointer).join('.'),
  );
}

/** A copy of `value` in which each string that `find` knows has become what it gives. */
function replace(
  value: unknown,
  pointer: string,
  find: (text: string, pointer: string) => string | undefined,
): unknown {
  if (typeof value === 'string') return find(value, pointer) ?? value;
  if (Array.isArray(value)) return value.map((item, index) => replace(item, `${pointer}/${index}`, find));
  if (typeof value !== 'object' || value === null) return value;
  // fromEntries defines each key, so that one named `__proto__` stays data.
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, replace(item, pointer + toPointer([key]), find)]),
  );
}
