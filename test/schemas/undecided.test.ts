// Where a choice is not made, what all branches demand of a property is still demanded, and what none knows is unknown.
import { describe, expect, test } from 'vitest';
import { createEngine, type Finding, toPointer } from '../../server/src/engine/index.ts';
import { isObject } from '../../server/src/engine/json/document.ts';
import { connectionTypeNames } from '../../server/src/engine/schema/connectionTypes.ts';
import { placeAt } from '../../server/src/engine/schema/places.ts';
import { resolve, resolveReference, type Schema } from '../../server/src/engine/schema/schemaLookup.ts';
import { toText } from '../support/cursor.ts';
import { fixtures } from '../support/fixtures.ts';

const engine = createEngine();

interface Dispatch {
  readonly type: string;
  /** Of the object with the choice. */
  readonly path: readonly string[];
  /** The choosing property, and its values. */
  readonly by: string;
  readonly values: readonly unknown[];
  readonly names: readonly string[];
}

type Body = Record<string, unknown>;

const bodies = fixtures.map(({ type, content }) => ({ type, body: JSON.parse(content) as Body }));
const dispatches = connectionTypeNames.flatMap((type) => dispatchesIn(type, resolveReference(`#/$defs/${type}`), []));

/** Every choice between closed branches, and all names that any of its branches has. */
function dispatchesIn(type: string, schema: Schema, path: readonly string[]): Dispatch[] {
  const { properties = {}, allOf = [] } = resolve(schema);
  const branches = allOf.flatMap(({ if: condition, then }) => (condition && then ? [resolve(then)] : []));
  const closed = branches.filter(({ additionalProperties }) => additionalProperties === false);
  const [by, listed] = Object.entries(properties).find(([, one]) => typeof one === 'object' && one.enum) ?? [];
  const names = [...new Set(closed.flatMap((branch) => Object.keys(branch.properties ?? {})))];
  const values = (typeof listed === 'object' && listed.enum) || [];
  return [
    ...(by && closed.length > 1 ? [{ type, path, by, values, names: names.filter((name) => name !== by) }] : []),
    ...Object.entries(properties).flatMap(([name, inner]) =>
      typeof inner === 'object' ? dispatchesIn(type, inner, [...path, name]) : [],
    ),
  ];
}

/** A valid body with other properties in the object that has the choice. */
function bodyWith({ type, path }: Dispatch, properties: Body): Body {
  const valid = bodies.find(({ type: own, body }) => own === type && isObject(placeAt(body, path).value))?.body;
  const body = structuredClone(valid ?? {});
  const owner = path.slice(0, -1).reduce((inner, key) => inner[key] as Body, body);
  owner[path.at(-1) ?? ''] = properties;
  // Mutual TLS is what no mechanism means over this protocol alone.
  if (properties.mechanism === '') body.security = { protocol: 'SSL' };
  return body;
}

async function findingsOf(body: unknown): Promise<Finding[]> {
  return await engine.findings(toText(JSON.stringify(body)));
}

async function codesAt(dispatch: Dispatch, name: string, properties: Body): Promise<string[]> {
  const pointer = toPointer([...dispatch.path, name]);
  const found = await findingsOf(bodyWith(dispatch, properties));
  return found.filter(({ path }) => toPointer(path) === pointer).map(({ code }) => code);
}

const unmade = { missing: {}, misspelt: 'ZZZ', placeholder: '${env:CHOICE}' };

/** The choosing property in each way that chooses nothing; left out, it may choose a branch. */
function undecidedWays(dispatch: Dispatch): Body[] {
  return Object.values(unmade)
    .map((value) => (typeof value === 'string' ? { [dispatch.by]: value } : {}))
    .filter((properties) => {
      const { schemas } = placeAt(bodyWith(dispatch, properties), dispatch.path);
      return schemas.filter((schema) => schema.additionalProperties === false).every((schema) => schema.doNotSuggest);
    });
}

const isForeign = (code: string) => code === 'unknown-property' || code === 'misplaced-property';

function isKnown(dispatch: Dispatch, name: string, value: unknown): boolean {
  const { schemas } = placeAt(bodyWith(dispatch, { [dispatch.by]: value }), dispatch.path);
  return schemas.every(
    ({ additionalProperties, properties = {} }) => additionalProperties !== false || name in properties,
  );
}

const probes: readonly unknown[] = [3, null, [], {}, true, '', 'x', 'https://', '-----BEGIN', '${secret:A', { a: 1 }];

test('there are dispatches of several types', () => {
  expect(new Set(dispatches.map(({ type }) => type)).size).toBeGreaterThan(5);
  expect(dispatches.every((dispatch) => undecidedWays(dispatch).length >= 2)).toBe(true);
});

describe.each(dispatches.map((dispatch) => [`${dispatch.type} ${dispatch.path.join('.')}`, dispatch] as const))(
  '%s',
  (_, dispatch) => {
    const { by, values, names } = dispatch;

    test('demands of each property what every branch that knows it demands', async () => {
      for (const name of names) {
        for (const probe of probes) {
          const knowing = values.filter((value) => isKnown(dispatch, name, value));
          const [first = [], ...others] = await Promise.all(
            knowing.map((value) => codesAt(dispatch, name, { [by]: value, [name]: probe })),
          );
          const demanded = first.filter((code) => others.every((codes) => codes.includes(code)));
          for (const unchosen of undecidedWays(dispatch)) {
            const found = await codesAt(dispatch, name, { ...unchosen, [name]: probe });
            const said = JSON.stringify({ ...unchosen, [name]: probe });
            expect([said, found.toSorted()]).toEqual([said, demanded.toSorted()]);
          }
        }
      }
    });

    test('knows no key that no branch knows', async () => {
      for (const unchosen of undecidedWays(dispatch)) {
        expect(await codesAt(dispatch, 'zzz', { ...unchosen, zzz: 1 })).toEqual(['unknown-property']);
      }
    });

    test('means a known one by a key nearly like it', async () => {
      for (const unchosen of undecidedWays(dispatch)) {
        for (const name of names.filter((one) => one.length > 6)) {
          const found = await findingsOf(bodyWith(dispatch, { ...unchosen, [`${name}q`]: 'x' }));
          const unknown = found.filter(({ code, path }) => isForeign(code) && path.at(-1) === `${name}q`);
          const fixes = unknown.map(({ fixes: [fix] }) => fix);
          const isOffered = !placeAt(bodyWith(dispatch, unchosen), [...dispatch.path, name]).schemas.some(
            ({ readOnly, doNotSuggest }) => readOnly || doNotSuggest,
          );
          expect(fixes).toEqual([isOffered ? { kind: 'rename', to: name } : { kind: 'remove' }]);
        }
      }
    });
  },
);

test('a placeholder that chooses takes nothing from a valid body and adds no fault to it', async () => {
  for (const { type, body } of bodies) {
    for (const { path, by } of dispatches.filter((dispatch) => dispatch.type === type)) {
      const copy = structuredClone(body);
      const { value } = placeAt(copy, path);
      if (!isObject(value)) continue;
      value[by] = unmade.placeholder;
      const faults = (await findingsOf(copy)).filter(({ severity }) => severity !== 'hint');
      expect([copy, faults]).toEqual([copy, []]);
    }
  }
});

describe('without a known type', () => {
  const ways = { missing: undefined, misspelt: 'Kafkaa', placeholder: unmade.placeholder, 'of another type': 3 };

  test.each(Object.entries(ways))(
    '(%s) secrets, placeholders and what only Atlas writes are found as with it',
    async (_, type) => {
      const kept = ['inline-secret', 'read-only-property', 'placeholder-kind', 'placeholder-syntax', 'name-characters'];
      for (const { body } of bodies) {
        const damaged = JSON.parse(JSON.stringify({ ...body, id: 'x', name: 'a b' }), (key, value) => {
          if (isObject(value) && !['config', 'headers'].includes(key) && body !== value) return { ...value, links: [] };
          return typeof value === 'string' && /\$\{(secret|file):/.test(value) ? 'hunter2hunter2' : value;
        });
        const foundIn = async (one: Body) =>
          (await findingsOf(one))
            .filter(({ code }) => kept.includes(code))
            .map(({ code, path }) => `${code} ${toPointer(path)}`);
        const expected = await foundIn(damaged);
        expect(expected).toContain('name-characters /name');
        expect((await foundIn({ ...damaged, type })).toSorted()).toEqual(expected.toSorted());
      }
    },
  );

  test('a placeholder says that the rest cannot be checked', async () => {
    for (const { body } of bodies) {
      const found = await findingsOf({ ...body, type: unmade.placeholder });
      expect(found.map(({ code, severity, path }) => [code, severity, path])).toEqual([
        ['unchecked', 'information', ['type']],
      ]);
    }
  });
});
