// `${env:NAME}`: environment variables, where that is allowed.
import * as l10n from '@vscode/l10n';
import { nameForms } from '../../../../server/src/placeholder.ts';
import { type Reader, type Unreadable, unreadable } from './reader.ts';

export interface EnvironmentOptions {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Why none may be read; undefined where they may. Asked each time. */
  readonly refusal: () => string | undefined;
}

/** Reads a variable by exactly its name, also where the system takes capitals and small letters for the same. */
export function createEnvironmentReader({ variables, refusal }: EnvironmentOptions): Reader {
  const find = (name: string): string | Unreadable => {
    const refused = refusal();
    if (refused !== undefined) return unreadable(refused);
    if (!nameForms.env.test(name)) {
      return unreadable(
        l10n.t('write the variable’s name with letters, digits and underscores, and no digit at its beginning.'),
      );
    }
    // On Windows, looking a name up would find another spelling of it.
    const value = Object.keys(variables).includes(name) ? variables[name] : undefined;
    return value || unreadable(l10n.t('this variable is not set where the editor runs.'));
  };
  return {
    look: async (name) => {
      const found = find(name);
      return typeof found === 'string' ? { kind: 'usable' } : found;
    },
    read: async (name) => {
      const found = find(name);
      return typeof found === 'string' ? { kind: 'value', value: found } : found;
    },
  };
}
