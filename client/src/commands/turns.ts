// Keeps what is underway from being started once more, as by a click that comes twice.
import { say } from '../ui/say.ts';

export interface Paused<T> {
  readonly result: T;
  /** Another has the turn by now, so that this one must come to its end. */
  readonly isOvertaken: boolean;
}

/** Lets others have the turn while `work` is done, such as while a message is open. */
export type Pause = <T>(work: () => Promise<T>) => Promise<Paused<T>>;

export interface Turns {
  /**
   * Undefined if the same `key` is underway: `busy` says so to the person. What a person may leave open is done in a
   * pause, or without a turn.
   */
  once<T>(key: string, busy: string, work: (pause: Pause) => Promise<T>): Promise<T | undefined>;
}

export function createTurns(): Turns {
  const holders = new Map<string, symbol>();
  return {
    once: async (key, busy, work) => {
      const own = Symbol(key);
      const take = () => {
        if (!holders.has(key)) holders.set(key, own);
        return holders.get(key) === own;
      };
      // Whoever has overtaken in a pause keeps the turn.
      const leave = () => {
        if (holders.get(key) === own) holders.delete(key);
      };
      const pause: Pause = async (meanwhile) => {
        leave();
        const result = await meanwhile();
        const isOvertaken = !take();
        if (isOvertaken) await say.information(busy);
        return { result, isOvertaken };
      };
      if (take()) return work(pause).finally(leave);
      await say.information(busy);
      return undefined;
    },
  };
}
