// A connection in the making: values by where they go, and the names of the settings that go nowhere.
import { fromPointer } from '../../../../server/src/jsonPointer.ts';
import { writePlaceholder } from '../../../../server/src/placeholder.ts';
import { type JsonObject, setAt } from '../json.ts';

export interface Intended {
  readonly connection: JsonObject;
  /** Names of the settings that the connection has no place for; how many more there are that cannot be named safely. */
  readonly leftOut: readonly string[];
  readonly unnamed: number;
  /** What to do about some of what is left out, in sentences. */
  readonly advice: readonly string[];
  /** Paths that the connection names as files which are not there yet. */
  readonly files: readonly string[];
}

export interface Draft {
  set(pointer: string, value: unknown): void;
  /** Sets what nothing else has set in the end. */
  assume(values: Readonly<Record<string, string>> | undefined): void;
  /** What names a file in the connection that is not there yet. */
  file(path: string): string;
  /** `isKnown` says that the name is one of ours and not of the text. */
  leaveOut(name: string, isKnown?: boolean): void;
  advise(sentence: string): void;
  finish(): Intended;
}

export function createDraft(connection: JsonObject): Draft {
  const values = new Map<string, unknown>();
  const assumed = new Map<string, string>();
  const leftOut: string[] = [];
  let unnamed = 0;
  const advice = new Set<string>();
  const files = new Map<unknown, string>();
  return {
    set: (pointer, value) => {
      if (!values.has(pointer)) values.set(pointer, value);
    },
    assume: (more = {}) => {
      for (const [pointer, value] of Object.entries(more)) assumed.set(pointer, value);
    },
    file: (path) => {
      const placeholder = writePlaceholder({ kind: 'file', name: path });
      files.set(placeholder, path);
      return placeholder;
    },
    leaveOut: (name, isKnown = false) => {
      if (isKnown || isNameOfSetting(name)) leftOut.push(name);
      else unnamed++;
    },
    advise: (sentence) => {
      advice.add(sentence);
    },
    finish: () => {
      const all = new Map([...assumed, ...values]);
      const whole = [...all].reduce<JsonObject>(
        (object, [pointer, value]) => setAt(object, fromPointer(pointer), value),
        connection,
      );
      const named = [...new Set(all.values())].flatMap((value) => files.get(value) ?? []);
      return { connection: whole, leftOut, unnamed, advice: [...advice], files: named };
    },
  };
}

/** A line of something else, such as of a key, could be taken for a setting and must not be shown. */
function isNameOfSetting(name: string): boolean {
  return name.length <= 80 && /^[a-z]+(?:\.[a-z0-9_-]{1,20}){1,9}$/.test(name);
}
