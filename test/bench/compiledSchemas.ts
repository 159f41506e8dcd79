// The schemas as code that ajv makes of them: the least that has to run over a connection.
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import type { Plugin } from 'esbuild';
import { rootSchema } from '../../server/src/engine/schema/connectionTypes.ts';

/** Lets a program import `compiled-schemas`. */
export const compiledSchemas: Plugin = {
  name: 'compiled-schemas',
  setup: (context) => {
    context.onResolve({ filter: /^compiled-schemas$/ }, ({ path }) => ({ path, namespace: 'compiled-schemas' }));
    context.onLoad({ filter: /.*/, namespace: 'compiled-schemas' }, () => {
      const ajv = new Ajv({
        strict: false,
        messages: false,
        validateFormats: false,
        code: { source: true, esm: true },
      });
      ajv.addSchema(rootSchema, 'root');
      return { contents: standaloneCode(ajv, { validate: 'root' }), resolveDir: import.meta.dirname };
    });
  },
};
