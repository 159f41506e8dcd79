// Composes what can be said where a choice is not made: the choosing property is missing, misspelt, or a placeholder.
import { mapSchema, type SchemaNode } from './schemaNode.ts';

type Schemas = Readonly<Record<string, SchemaNode>>;

/** The choice between the closed branches of a file. */
interface Choice {
  /** The choosing property. */
  readonly by: string;
  readonly branches: readonly SchemaNode[];
  /** Whether a branch is meant for files that leave the choosing property out. */
  readonly hasDefault: boolean;
}

/**
 * The schema file with one more branch for its choice, if it has one: `#/$defs/undecided`, for a value that is not among
 * those listed. The branch knows each property that any other knows, demands of it what all of these demand, and
 * suggests nothing.
 */
export function withUndecided(file: SchemaNode): SchemaNode {
  const choice = choiceIn(file);
  if (!choice) return file;
  const { by, branches, hasDefault } = choice;
  const chooser = nodesIn(file).find((node) => propertiesOf(node)[by]?.enum);
  const whole = mapSchema(file, (node) => {
    if (node !== chooser) return node;
    const properties = { [by]: { not: { enum: propertiesOf(node)[by]?.enum } } };
    const condition = { type: 'object', properties, ...(hasDefault ? { required: [by] } : {}) };
    return { ...node, allOf: [...allOf(node), { if: condition, then: { $ref: '#/$defs/undecided' } }] };
  });
  const { title, mistaken } = chooser ?? {};
  const common = inCommon(branches);
  const mistakes = [...branches, { mistaken }].flatMap((node) => Object.entries(node.mistaken ?? {}));
  const undecided = {
    ...common,
    title,
    doNotSuggest: true,
    mistaken: Object.fromEntries(mistakes.filter(([name]) => !propertiesOf(common)[name]).reverse()),
  };
  return { ...whole, $defs: { ...(whole.$defs as Schemas), undecided } };
}

function choiceIn(file: SchemaNode): Choice | undefined {
  const parts = nodesIn(file)
    .flatMap(allOf)
    .flatMap(({ if: condition = {}, then = {} }) => {
      const { $ref } = then as SchemaNode;
      const branch = ((file.$defs ?? {}) as Schemas)[String($ref).replace('#/$defs/', '')];
      const { properties = {}, required } = condition as SchemaNode;
      const by = Object.keys(properties as Schemas)[0] ?? '';
      return branch?.additionalProperties === false ? [{ by, branch, isDefault: required === undefined }] : [];
    });
  const [by, ...others] = new Set(parts.map((part) => part.by));
  if (by === undefined) return undefined;
  if (others.length > 0) throw new Error(`A file has one choice, not several: ${[by, ...others].join(', ')}`);
  const branches = [...new Set(parts.map(({ branch }) => branch))];
  return { by, branches, hasDefault: parts.some(({ isDefault }) => isDefault) };
}

/** What all of the schemas say; each property as those say it that know it, in the words of the first. */
function inCommon(schemas: readonly SchemaNode[]): SchemaNode {
  const [first = {}, ...others] = schemas;
  if (others.length === 0) return first;
  const names = new Set(schemas.flatMap((schema) => Object.keys(propertiesOf(schema))));
  const properties = [...names].map((name) => [
    name,
    inCommon(schemas.map((schema) => propertiesOf(schema)[name]).filter((property) => property !== undefined)),
  ]);
  const examples = new Set(schemas.flatMap((schema) => (schema.examples ?? []) as unknown[]));
  return {
    ...Object.fromEntries(
      Object.entries(first).flatMap(([keyword, value]) => {
        const kept = commonValue([value, ...others.map((other) => other[keyword])]);
        return kept === undefined ? [] : [[keyword, kept]];
      }),
    ),
    ...(first.description ? { description: first.description } : {}),
    ...(examples.size > 0 ? { examples: [...examples] } : {}),
    ...(properties.length > 0 ? { properties: Object.fromEntries(properties) } : {}),
  };
}

/** Of lists what is in all of them, of anything else what is the same everywhere. */
function commonValue([first, ...others]: readonly unknown[]): unknown {
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  if (others.every((other) => isSame(first, other))) return first;
  if (!Array.isArray(first)) return undefined;
  const kept = first.filter((item) =>
    others.every((list) => Array.isArray(list) && list.some((one) => isSame(one, item))),
  );
  return kept.length > 0 ? kept : undefined;
}

function nodesIn(value: unknown): SchemaNode[] {
  if (typeof value !== 'object' || value === null) return [];
  return [...(Array.isArray(value) ? [] : [value as SchemaNode]), ...Object.values(value).flatMap(nodesIn)];
}

function propertiesOf({ properties = {} }: SchemaNode): Schemas {
  return properties as Schemas;
}

function allOf({ allOf: parts = [] }: SchemaNode): readonly SchemaNode[] {
  return parts as readonly SchemaNode[];
}
