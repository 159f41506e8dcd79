// What the build makes of the schemas, so that no start has to: plugins of esbuild.
import { dirname } from 'node:path';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import type { Plugin } from 'esbuild';
import { connectionTypeNames, rootSchema } from '../src/engine/schema/connectionTypes.ts';
import { pack } from '../src/engine/schema/packing.ts';
import { rules } from '../src/engine/schema/rules.ts';
import { toVerdictSchema, verdictOptions } from '../src/engine/schema/verdictSchema.ts';

/** Composes the schemas; as JSON, which Node reads faster than code. */
export const schemasComposed: Plugin = {
  name: 'schemas-composed',
  setup: (context) => {
    context.onLoad({ filter: /schema.connectionTypes\.ts$/ }, ({ path }) => ({
      contents: `
        import { unpack } from './packing.ts';
        export const connectionTypeNames = ${JSON.stringify(connectionTypeNames)};
        export const rootSchema = unpack(JSON.parse(${JSON.stringify(JSON.stringify(pack(asJson(rootSchema))))}));`,
      resolveDir: dirname(path),
    }));
  },
};

/** Leaves of the rules only how severe they are: the page on them says the rest. */
export const rulesInShort: Plugin = {
  name: 'rules-in-short',
  setup: (context) => {
    context.onLoad({ filter: /schemas.rules\.json$/ }, () => ({
      contents: JSON.stringify(rules, (key, value) => (key === 'summary' || key === 'why' ? undefined : value)),
      loader: 'json',
    }));
  },
};

/** Compiles the verdict on a connection, so that neither ajv nor `eval` ships. */
export const verdictCompiled: Plugin = {
  name: 'verdict-compiled',
  setup: (context) => {
    context.onLoad({ filter: /schema.verdict\.ts$/ }, ({ path }) => {
      const ajv = new Ajv({ ...verdictOptions, code: { source: true, esm: true, lines: true } });
      ajv.addSchema(toVerdictSchema(rootSchema), 'root');
      return { contents: standaloneCode(ajv, { isValid: 'root' }), resolveDir: dirname(path) };
    });
  },
};

/** Without what JSON leaves out. */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
