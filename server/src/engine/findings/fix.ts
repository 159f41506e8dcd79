// What would put a finding right, as a plan; codeActions.ts turns it into an edit of the text.
import { fromPointer } from '../../jsonPointer.ts';
import type { JsonPath } from '../json/jsonPath.ts';
import type { Mistake } from '../schema/schemaLookup.ts';

/**
 * `path` is the finding's own unless the plan has one. `isSafe` plans cannot change what the file means to Atlas;
 * `isOneOfSeveral` ways is what only a person can choose, so that no key takes it unasked.
 */
export type Fix = { readonly path?: JsonPath; readonly isSafe?: boolean; readonly isOneOfSeveral?: boolean } & (
  | { readonly kind: 'replace'; readonly value: unknown; readonly title?: string }
  | { readonly kind: 'rename'; readonly to: string }
  | { readonly kind: 'remove' }
  /** The property whose key is the finding's range goes; another one of the same name stays. */
  | { readonly kind: 'drop' }
  /** The property goes to another place, with the objects on the way made where they are missing. */
  | { readonly kind: 'move'; readonly to: JsonPath }
  /** The object at the path gets the property, with a value to fill in; `value` is that where nobody can choose one. */
  | { readonly kind: 'add'; readonly name: string; readonly value?: unknown }
  /** The text of the finding's range goes. */
  | { readonly kind: 'erase' }
  /** The text of the finding's range becomes another, which need not be JSON before. */
  | { readonly kind: 'rewrite'; readonly text: string; readonly title: string }
  /** Something that only a client with the command can do; `arguments` begin behind the file's address. */
  | {
      readonly kind: 'command';
      readonly title: string;
      readonly command: string;
      readonly arguments: readonly unknown[];
    }
);

/** The ways that the tables of mistakes know. */
export function fixesOf({ rename, move, replace, remove, isOneOfSeveral }: Mistake): Fix[] {
  const fixes: Fix[] = [
    ...(rename === undefined ? [] : [{ kind: 'rename', to: rename } as const]),
    ...(move === undefined ? [] : [{ kind: 'move', to: fromPointer(move) } as const]),
    ...(replace === undefined ? [] : [{ kind: 'replace', value: replace } as const]),
    ...(remove ? [{ kind: 'remove' } as const] : []),
  ];
  return isOneOfSeveral ? fixes.map((fix) => ({ ...fix, isOneOfSeveral })) : fixes;
}
