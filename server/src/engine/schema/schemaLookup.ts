// Reads the composed schema: what is said at a place of it.

import { fromPointer } from '../../jsonPointer.ts';
import type { AtlasValueKind } from '../../protocol.ts';
import { rootSchema } from './connectionTypes.ts';
import type { Severity } from './rules.ts';
import type { Wording } from './wording.ts';

/** The part of JSON Schema that our schemas use (schemas/README.md). */
export interface Schema {
  readonly $ref?: string;
  readonly title?: Wording;
  readonly description?: Wording;
  /** The public page on it. */
  readonly documentation?: string;
  readonly errorMessage?: Wording;
  /** The rule that a break of this schema is reported as, where the keyword alone does not tell; a key of rules.json. */
  readonly code?: string;
  /** Where the evidence for this schema justifies another severity than its rule has. */
  readonly severity?: Severity;
  /** The name of a check that JSON Schema has no keyword for; findings/advice/formats.ts lists them. */
  readonly format?: string;
  /** Keys and values that people write by mistake, and what they mean. */
  readonly mistaken?: Readonly<Record<string, Mistake>>;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly not?: Schema;
  readonly required?: readonly string[];
  readonly default?: unknown;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly pattern?: string;
  readonly examples?: readonly unknown[];
  readonly propertyNames?: Schema;
  /** What of the project in Atlas can stand here. */
  readonly valuesInAtlas?: ValuesInAtlas;
  /** Whole values to begin with. */
  readonly defaultSnippets?: readonly Block[];
  /** A word or two beside the name in completion. */
  readonly completionDetail?: Wording;
  readonly enumDescriptions?: readonly Wording[];
  readonly deprecationMessage?: Wording;
  readonly enum?: readonly unknown[];
  readonly readOnly?: boolean;
  readonly doNotSuggest?: boolean;
  readonly writeOnly?: boolean;
  /** A secret or not, as its key and value say. */
  readonly mayBeSecret?: boolean;
  /** What becomes of the property in Atlas. */
  readonly inAtlas?: 'immutable' | 'filledIn' | 'mayBeHidden';
  readonly properties?: Readonly<Record<string, Schema | boolean>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly if?: Schema;
  readonly then?: Schema;
}

/** What was meant by a mistaken key (`rename`, or `move` to a JSON Pointer from the root) or value (`replace`). */
export interface Mistake {
  /** Where the mistake is another rule than its schema's. */
  readonly code?: string;
  /** `{key}` in it is the mistaken key or value, `{to}` and `{owner}` are the place to move it to. */
  readonly message?: Wording;
  readonly rename?: string;
  readonly move?: string;
  readonly replace?: unknown;
  readonly remove?: boolean;
  /** What it says is one way of several, which only a person can choose. */
  readonly isOneOfSeveral?: boolean;
}

export interface ValuesInAtlas {
  readonly kind: AtlasValueKind;
  /** JSON Pointer of the property that names another project to look in. */
  readonly projectIn?: string;
}

/** A whole value to begin with; the strings in `body` are snippet text. */
export interface Block {
  readonly label: Wording;
  readonly description: Wording;
  readonly body: unknown;
}

/** The composed schema of a whole file. */
export const root: Schema = rootSchema as Schema;

/** What the schemas, those of one value from the innermost outwards, say that the key or value is mistaken for. */
export function mistakeFor(name: string, schemas: readonly Schema[]): Mistake | undefined {
  return schemas.find(({ mistaken = {} }) => Object.hasOwn(mistaken, name))?.mistaken?.[name];
}

/** What a property chooses: `values` of the property `by` lead to a branch. */
export interface Choice {
  readonly by: string;
  readonly values: readonly unknown[];
}

/** The choices by which one of these schemas would know the property. */
export function choicesWith(name: string, schemas: readonly Schema[]): Choice[] {
  return schemas.flatMap(({ allOf = [] }) =>
    allOf.flatMap(({ if: condition, then }) => {
      const branch = then && resolve(then);
      if (!condition || branch?.additionalProperties !== false || !Object.hasOwn(branch.properties ?? {}, name)) {
        return [];
      }
      return Object.entries(condition.properties ?? {}).flatMap(([by, chosen]) =>
        // The branch of no choice has a condition that only rules values out.
        typeof chosen === 'object' && !chosen.not ? { by, values: chosen.enum ?? [chosen.const] } : [],
      );
    }),
  );
}

/** The property's schema with its `$ref` followed; an empty one where the schema says nothing of it. */
export function propertySchema(schema: Schema, name: string): Schema {
  const property = schema.properties?.[name];
  return typeof property === 'object' ? resolve(property) : {};
}

/** Whether a person is meant to write the property: not one that only Atlas writes, and not a retired one. */
export function isOffered(schema: Schema, name: string): boolean {
  const { readOnly, doNotSuggest } = { ...propertySchema(root, name), ...propertySchema(schema, name) };
  return !readOnly && !doNotSuggest;
}

/** What a `$ref` of the composed schema refers to, itself resolved. */
export function resolveReference($ref: string): Schema {
  return at(fromPointer($ref.slice(1)));
}

/** Follows keys from the root, through references. */
function at(keys: readonly string[]): Schema {
  let place: unknown = root;
  for (const key of keys) {
    place = isSchema(place) ? (resolve(place) as Record<string, unknown>)[key] : undefined;
  }
  return isSchema(place) ? resolve(place) : {};
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}

/** The schemas stay as they are, and each is met at many places of a document. */
const resolved = new WeakMap<Schema, Schema>();

/** The schema with its `$ref` followed; what stands beside the `$ref` wins. */
export function resolve(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const known = resolved.get(schema);
  if (known) return known;
  const { $ref, ...own } = schema;
  const whole = { ...resolveReference($ref), ...own };
  resolved.set(schema, whole);
  return whole;
}
