// Stores several secrets, all or none of them.
import type { Kept } from '../keyring/keyring.ts';
import type { Uses } from '../services.ts';

export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

export interface StoredSecrets {
  /** In memory where one of them is. */
  readonly where: Exclude<Kept, 'lost'>;
  /** Puts back what was there before. */
  undo(): Promise<void>;
}

/** Undefined where one could not be stored; then everything is as it was. */
export async function storeSecrets(
  { secrets }: Uses<'secrets'>,
  values: readonly NamedValue[],
): Promise<StoredSecrets | undefined> {
  const undoing: (() => Promise<unknown>)[] = [];
  const undo = async () => {
    for (const step of undoing.reverse()) await step();
  };
  let where: StoredSecrets['where'] = 'kept';
  for (const { name, value } of values) {
    const old = await secrets.read(name);
    if (old === value) continue;
    undoing.push(() => (old === undefined ? secrets.remove(name) : secrets.store(name, old)));
    const kept = await secrets.store(name, value);
    if (kept === 'lost') {
      await undo();
      return undefined;
    }
    if (kept === 'session') where = kept;
  }
  return { where, undo };
}
