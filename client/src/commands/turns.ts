// Keeps what is underway from being started once more, as by a click that comes twice.

/** Lets others have the turn while `work` is done, such as while a message is open; undefined where one of them has it then. */
export type Pause = <T>(work: () => Promise<T>) => Promise<T | undefined>;

export interface Turns {
  /** Undefined where the same `key` is underway. What a person may leave open is done in a pause, or without a turn. */
  once<T>(key: string, work: (pause: Pause) => Promise<T>): Promise<T | undefined>;
}

export function createTurns(): Turns {
  const holders = new Set<string>();
  return {
    once: async (key, work) => {
      if (holders.has(key)) return undefined;
      holders.add(key);
      const pause: Pause = async (meanwhile) => {
        holders.delete(key);
        const result = await meanwhile();
        if (holders.has(key)) return undefined;
        holders.add(key);
        return result;
      };
      return work(pause).finally(() => holders.delete(key));
    },
  };
}
