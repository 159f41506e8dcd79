// Compiles the schemas to a validator in plain code, so that neither ajv's compiler nor `eval` ships.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { rootSchema } from './src/engine/connectionTypes.ts';
import { resolveReference } from './src/engine/schemaLookup.ts';
import { mapValues, type SchemaNode } from './src/engine/schemaNode.ts';

/** Keywords that only the editor and the words of messages use; the validator's code is made without them. */
export const annotations = [
  'documentation',
  'defaultSnippets',
  'completionDetail',
  'enumDescriptions',
  'doNotSuggest',
  'deprecationMessage',
  'errorMessage',
  'code',
  'severity',
  'format',
  'mayBeSecret',
  'mistaken',
  'valuesInAtlas',
  'inAtlas',
] as const;

const folder = join(import.meta.dirname, 'src/engine/generated');

const declaration = `import type { ErrorObject } from 'ajv';
/** Whether a JSON value is a valid connection; what is wrong is then in \`validate.errors\`. */
export declare const validate: { (data: unknown): boolean; errors?: ErrorObject[] | null };
`;

/** Writes `server/src/engine/generated/validate.js`, a module without imports, and its types. */
export async function compileSchemas(): Promise<void> {
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    // A rule may want a property that another place describes.
    strictRequired: false,
    allowUnionTypes: true,
    messages: false,
    inlineRefs: false,
    code: { source: true, esm: true, lines: true },
  });
  ajv.addSchema(withBranchesApart(plain(withoutReferences(rootSchema))), 'root');
  const code = withoutSchemas(standaloneCode(ajv, { validate: 'root' }));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'validate.d.ts'), declaration);
  // Bundled once, because the code requires two small functions of ajv's.
  await build({
    stdin: { contents: code, resolveDir: import.meta.dirname },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile: join(folder, 'validate.js'),
  });
}

/**
 * Makes each branch of the root a function of its own, so that Node gets only that of the file's type ready to run. Around
 * it stands as much of the root as its errors need to name their place from there.
 */
function withBranchesApart(root: SchemaNode): SchemaNode {
  const parts = root.allOf as readonly SchemaNode[];
  const apart = parts.map(({ then, ...part }, index) =>
    then ? { ...part, then: { $ref: `#/$defs/${index}` } } : part,
  );
  const alone = parts.map(({ then }, index) => ({ allOf: [...Array(index).fill(true), { if: true, then }] }));
  return { ...root, allOf: apart, $defs: Object.fromEntries(alone.map((schema, index) => [index, schema])) };
}

/** The code with the few values that it takes out of the schemas in their stead; nothing refers to these then. */
function withoutSchemas(code: string): string {
  const lines = [...code.matchAll(/^const (schema\d+) = (.*);$/gm)];
  const schemas = new Map(lines.map(([, name, json]) => [name, JSON.parse(json ?? '')]));
  const values = new Map<string, string>();
  const taken = code.replaceAll(/\b(schema\d+)((?:\.\w+|\["[^"]+"\]|\[\d+\])+)/g, (_, name: string, path: string) => {
    const keys = [...path.matchAll(/\.(\w+)|\["([^"]+)"\]|\[(\d+)\]/g)].map(
      (match) => match[1] ?? match[2] ?? match[3] ?? '',
    );
    const value = keys.reduce((inner, key) => inner[key], schemas.get(name));
    // Of the properties only their names are asked for.
    const json = JSON.stringify(keys.at(-1) === 'properties' ? mapValues(value, () => 0) : value);
    if (!values.has(json)) values.set(json, `value${values.size}`);
    return values.get(json) ?? '';
  });
  return [...[...values].map(([json, name]) => `const ${name} = ${json};`), taken].join('\n');
}

const words: ReadonlySet<string> = new Set(['title', 'description', 'examples', 'default', ...annotations]);

/**
 * The schema with every `$ref` replaced by what it refers to. ajv's errors then name their place from the root; those of
 * a referred schema would name it from there, without saying which schema it is.
 */
function withoutReferences({ $defs: _, ...root }: SchemaNode): SchemaNode {
  const inside = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inside);
    if (typeof value !== 'object' || value === null) return value;
    const { $ref, ...own } = value as SchemaNode;
    const target = typeof $ref === 'string' ? (inside(resolveReference($ref)) as SchemaNode) : {};
    return { ...target, ...mapValues(own, inside) };
  };
  return inside(root) as SchemaNode;
}

/** The schema without what only people read. A property may have the name of a keyword, so `properties` are told apart. */
function plain(schema: SchemaNode, isMap = false): SchemaNode {
  const kept = Object.entries(schema).filter(([keyword]) => isMap || !words.has(keyword));
  const mapOfSchemas = (keyword: string) => !isMap && (keyword === 'properties' || keyword === '$defs');
  const plained = Object.fromEntries(kept.map(([key, value]) => [key, plainValue(value, mapOfSchemas(key))]));
  return isMap ? plained : withoutRepetition(plained);
}

/** Properties that are described one by one but allow just what `additionalProperties` allows make no code. */
function withoutRepetition({ properties, ...schema }: SchemaNode): SchemaNode {
  if (typeof properties !== 'object' || properties === null) return schema;
  const rest = JSON.stringify(schema.additionalProperties);
  const kept = Object.entries(properties).filter(([, property]) => JSON.stringify(property) !== rest);
  return kept.length === 0 ? schema : { ...schema, properties: Object.fromEntries(kept) };
}

function plainValue(value: unknown, isMap: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => plainValue(item, false));
  return typeof value === 'object' && value !== null ? plain(value as SchemaNode, isMap) : value;
}

if (import.meta.main) await compileSchemas();
