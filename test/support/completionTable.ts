// One row of a completion table: the text with a cursor, what is offered, and the text after accepting an item.
import { expect } from 'vitest';
import { createEngine } from '../../server/src/engine/index.ts';
import { connectionTypeNames } from '../../server/src/engine/schema/connectionTypes.ts';
import { accept, labelsAt } from './accept.ts';

/** The text with a cursor, the labels from first to last, the one that is accepted, the text afterwards. */
export type Row = [marked: string, labels: readonly string[], accepted?: string, after?: string];

const engine = createEngine();
const known = { secretNames: ['KAFKA_PW', 'REGISTRY_PW'] };

/** Asserts one row; two secrets are stored, KAFKA_PW and REGISTRY_PW. */
export function check(...[marked, labels, accepted, after]: Row): void {
  expect(labelsAt(engine, marked, known)).toEqual(labels);
  if (accepted !== undefined) expect(accept(engine, marked, accepted, known)).toBe(after);
}

/** The keys that every connection has, as they are offered where there is no type yet. */
export const common = ['type', 'name', 'region'];

/** The values of `type`. */
export const types = connectionTypeNames.map((type) => JSON.stringify(type));

/** All of them, as messages list them. */
export const everyType = `${types.slice(0, -1).join(', ')} or ${types.at(-1)}`;
