// Keeps what is underway from being started once more, as by a click that comes twice.
import { cancel } from './ask.ts';
import { say } from './say.ts';

/** Where the same `key` is underway, `busy` says so, which ends the command. What a person may leave open is done outside. */
export type RunExclusive = <T>(key: string, busy: string, work: () => Promise<T>) => Promise<T>;

export function createRunExclusive(): RunExclusive {
  const underway = new Set<string>();
  return async (key, busy, work) => {
    if (underway.has(key)) {
      await say.information(busy);
      return cancel();
    }
    underway.add(key);
    return work().finally(() => underway.delete(key));
  };
}
