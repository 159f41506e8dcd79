// Whether a file is clean, seen without its tree: most files are, and of those nobody asks where something stands.
import { remembering } from '../../remembering.ts';
import { mayTellSecrets } from '../../secrets.ts';
import { maxNesting } from '../json/parse.ts';
import type { Place } from '../schema/places.ts';
import { createSpots, type Spot as SpotOf } from '../schema/spots.ts';
import { isValid } from '../schema/verdict.ts';
import type { Spot, Surroundings } from './advice/advice.ts';
import { hasWiderFormat, widerFormat } from './advice/formats.ts';
import { checks } from './advice/index.ts';

/**
 * What of a spot is the same in every file: whether the checks by themselves say nothing of a text there, or of something else.
 * There is one for each header of a large file, so it is small until more than one text has stood there.
 */
class Quiet {
  readonly hasWiderFormat: boolean;
  readonly #at: Spot;
  readonly #isQuiet: (at: Spot, text?: string) => boolean;
  #first: string | undefined;
  #isFirstQuiet = false;
  #isOtherQuiet: ((text: string) => boolean) | undefined;
  #isQuietWithoutText: boolean | undefined;

  constructor(at: Spot, isQuiet: (at: Spot, text?: string) => boolean) {
    this.#at = at;
    this.#isQuiet = isQuiet;
    this.hasWiderFormat = hasWiderFormat(at);
  }

  withText(text: string): boolean {
    if (this.#first === undefined) {
      this.#first = text;
      this.#isFirstQuiet = this.#isQuiet(this.#at, text);
    }
    if (text === this.#first) return this.#isFirstQuiet;
    this.#isOtherQuiet ??= remembering((other) => this.#isQuiet(this.#at, other));
    return this.#isOtherQuiet(text);
  }

  get withoutText(): boolean {
    this.#isQuietWithoutText ??= this.#isQuiet(this.#at);
    return this.#isQuietWithoutText;
  }
}

/**
 * Tells of a text whether `findAll` would surely find nothing. A "no" is only a doubt, and that is seldom wrong.
 * What was judged once is not judged again in the next file.
 */
export function createCleanCheck(surroundings: Surroundings): (text: string) => boolean {
  // A value that is allowed has a known type, so that no check asks for the root.
  const isQuiet = (at: Spot, text?: string) =>
    checks.every((check) => check(at, text, surroundings, undefined).length === 0);
  const spotOf = createSpots((at) => new Quiet(at, isQuiet));
  return (text) => {
    const value = parsed(text);
    if (value === undefined || !isValid(value)) return false;
    const look = new Look(surroundings);
    return look.isClean(spotOf(value), value, undefined, 0) && look.keys === keysAtMost(text);
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The keys that are written in a text of JSON, and now and then some more: each has a colon behind quotes or a space. */
function keysAtMost(text: string): number {
  let keys = 0;
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) {
    const before = text.charCodeAt(at - 1);
    if (before === 0x22 || before <= 0x20) keys++;
  }
  return keys;
}

/** One look at a value. */
class Look {
  /** Those met so far; of keys that are written twice, the value has one. */
  keys = 0;
  readonly #surroundings: Surroundings;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  isClean(spot: SpotOf<Quiet>, value: unknown, owner: Place | undefined, depth: number): boolean {
    const { extra } = spot;
    if (!(typeof value === 'string' ? extra.withText(value) : extra.withoutText)) return false;
    const isContainer = typeof value === 'object' && value !== null;
    if (!isContainer && !extra.hasWiderFormat) return true;
    const { path, given, schemas } = spot;
    const place: Place = owner ? { path, value, given, schemas, owner } : { path, value, given, schemas };
    if (extra.hasWiderFormat && widerFormat(place, this.#surroundings).length > 0) return false;
    return !isContainer || this.#areClean(spot, value, place, depth + 1);
  }

  #areClean(spot: SpotOf<Quiet>, value: object, place: Place, depth: number): boolean {
    if (depth > maxNesting) return false;
    if (Array.isArray(value))
      return value.every((item, index) => this.isClean(spot.below(index, item), item, place, depth));
    if (mayTellSecrets(value)) return false;
    const members = value as Readonly<Record<string, unknown>>;
    for (const key of Object.keys(members)) {
      const member = members[key];
      this.keys++;
      if (!this.isClean(spot.below(key, member), member, place, depth)) return false;
    }
    return true;
  }
}
