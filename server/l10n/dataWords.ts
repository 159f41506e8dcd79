// The words of schemas/ and snippets/ that are shown to a person: each English text is its own key.
import refusals from '../../schemas/refusals.json' with { type: 'json' };
import snippets from '../../snippets/streamconn.json' with { type: 'json' };
import { rootSchema } from '../src/engine/schema/connectionTypes.ts';

/** Keywords whose value is a text, or a list of texts. */
const texts = ['title', 'description', 'errorMessage', 'completionDetail', 'deprecationMessage', 'enumDescriptions'];

/** Keywords with a schema in them, or a list of schemas. */
const schemas = ['additionalProperties', 'items', 'propertyNames', 'not', 'if', 'then', 'allOf'];

/** Keywords with schemas by name. */
const maps = ['properties', '$defs'];

/** Every such text, some of them more than once; not what is a value itself, such as the label of a block `PRIVATE_LINK`. */
export function dataWords(): string[] {
  return [
    ...inSchema(rootSchema),
    ...Object.entries(snippets).flatMap(([title, { description }]) => [title, description]),
    ...[...Object.values(refusals.codes), ...refusals.texts].flatMap((refusal) => of(refusal, 'advice')),
  ];
}

function inSchema(schema: unknown): string[] {
  return [
    ...texts.flatMap((keyword) => of(schema, keyword)),
    ...list(schema, 'defaultSnippets').flatMap((block) => [...of(block, 'label'), ...of(block, 'description')]),
    ...values(schema, 'mistaken').flatMap((mistake) => of(mistake, 'message')),
    ...schemas.flatMap((keyword) => list(schema, keyword)).flatMap(inSchema),
    ...maps.flatMap((keyword) => values(schema, keyword)).flatMap(inSchema),
  ];
}

function of(owner: unknown, key: string): string[] {
  return list(owner, key)
    .filter((text) => typeof text === 'string')
    .filter((text) => /[a-z]/.test(text));
}

function list(owner: unknown, key: string): unknown[] {
  const value: unknown = isRecord(owner) ? owner[key] : undefined;
  return value === undefined ? [] : [value].flat();
}

function values(owner: unknown, key: string): unknown[] {
  const value: unknown = isRecord(owner) ? owner[key] : undefined;
  return isRecord(value) ? Object.values(value) : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
