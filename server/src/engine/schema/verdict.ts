// Whether a value is a valid connection, as ajv judges it. In dist/, esbuild.mjs puts the code in place that ajv compiles.
import { Ajv } from 'ajv';
import { rootSchema } from './connectionTypes.ts';
import { toVerdictSchema, verdictOptions } from './verdictSchema.ts';

/** Yes or no, in microseconds; `breaks.ts` says what is wrong and where. */
export const isValid: (value: unknown) => boolean = new Ajv(verdictOptions).compile(toVerdictSchema(rootSchema));
