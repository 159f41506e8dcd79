// Places of many files, which mostly have the same keys: each is made once, whatever value stands there.
import type { JsonPath } from '../json/jsonPath.ts';
import { applying, givenAt } from './places.ts';
import { resolve, root, type Schema } from './schemaLookup.ts';
import { toSignature } from './signature.ts';

/** Keys of one object that are kept: those of headers and of parameters can be any. */
const keysAtMost = 100_000;

/** Choices of branches at one place that are kept. */
const choicesAtMost = 1_000;

/** A place whose value chose these branches of its schemas; `extra` is what the maker of the spots wants to keep there. */
export class Spot<Extra> {
  readonly path: JsonPath;
  readonly given: readonly Schema[];
  readonly schemas: readonly Schema[];
  readonly extra: Extra;
  readonly #extraFor: ExtraFor<Extra>;
  #below: Map<string | number, (value: unknown) => Spot<Extra>> | undefined;

  constructor(path: JsonPath, given: readonly Schema[], schemas: readonly Schema[], extraFor: ExtraFor<Extra>) {
    this.path = path;
    this.given = given;
    this.schemas = schemas;
    this.#extraFor = extraFor;
    this.extra = extraFor({ path, schemas });
  }

  /** The spot of a property or an item with this value. */
  below(key: string | number, value: unknown): Spot<Extra> {
    this.#below ??= new Map();
    const known = this.#below.get(key);
    if (known) return known(value);
    if (this.#below.size >= keysAtMost) this.#below.clear();
    const spotOf = spotsAt([...this.path, key], givenAt(this.schemas, key), this.#extraFor);
    this.#below.set(key, spotOf);
    return spotOf(value);
  }
}

type ExtraFor<Extra> = (at: { readonly path: JsonPath; readonly schemas: readonly Schema[] }) => Extra;

/** The spot of a whole file with this value. */
export function createSpots<Extra>(extraFor: ExtraFor<Extra>): (value: unknown) => Spot<Extra> {
  return spotsAt([], [root], extraFor);
}

function spotsAt<Extra>(path: JsonPath, given: readonly Schema[], extraFor: ExtraFor<Extra>) {
  const spotFor = (value: unknown) => new Spot(path, given, applying(given, value), extraFor);
  const signatureOf = toSignature(given.flatMap(conditionsIn));
  if (!signatureOf) {
    const only = spotFor(undefined);
    return () => only;
  }
  const known = new Map<string, Spot<Extra>>();
  return (value: unknown) => {
    const signature = signatureOf(value);
    const before = known.get(signature);
    if (before) return before;
    if (known.size >= choicesAtMost) known.clear();
    const spot = spotFor(value);
    known.set(signature, spot);
    return spot;
  };
}

/** The conditions that decide which branches apply to the same value. */
function conditionsIn(schema: Schema): Schema[] {
  const { if: condition, then = {}, allOf = [] } = resolve(schema);
  return [...allOf.flatMap(conditionsIn), ...(condition ? [condition, ...conditionsIn(then)] : [])];
}
