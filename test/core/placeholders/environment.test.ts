// `${env:NAME}`: which variables are read, and when.
import { expect, test } from 'vitest';
import { createEnvironmentReader } from '../../../client/src/core/placeholders/environment.ts';

const allowed = () => undefined;
const reader = createEnvironmentReader({
  variables: { TOKEN: 'hunter2', EMPTY: '', _: 'x', Path: 'y' },
  refusal: allowed,
});

test('a variable that is set', async () => {
  expect(await reader.read('TOKEN')).toEqual({ kind: 'value', value: 'hunter2' });
  expect(await reader.read('_')).toEqual({ kind: 'value', value: 'x' });
  expect(await reader.read('Path')).toEqual({ kind: 'value', value: 'y' });
  expect(await reader.look('TOKEN')).toEqual({ kind: 'usable' });
});

test.each(['ABSENT', 'EMPTY', '__PROTO__', 'PATH', 'token', '__proto__', 'toString'])(
  '%s is not set, and does not become an empty text',
  async (name) => {
    const expected = { kind: 'unreadable', reason: 'this variable is not set where the editor runs.' };
    expect(await reader.read(name)).toEqual(expected);
    expect(await reader.look(name)).toEqual(expected);
  },
);

test.each(['1A', 'A-B', 'A B', 'A\n', '', 'É', 'A=B'])('%j is no name of a variable', async (name) => {
  expect(await reader.read(name)).toMatchObject({ kind: 'unreadable', reason: expect.stringMatching(/^write the/) });
});

test('on Windows, where every spelling finds it, only its own does', async () => {
  const windows = new Proxy<Record<string, string>>(
    { Path: 'C:\\Windows' },
    { get: (target, key) => (String(key).toUpperCase() === 'PATH' ? target.Path : undefined), has: () => true },
  );
  expect(windows.PATH).toBe('C:\\Windows');
  expect((await createEnvironmentReader({ variables: windows, refusal: allowed }).read('PATH')).kind).toBe(
    'unreadable',
  );
});

test('nothing is read while it is not allowed, which is asked each time', async () => {
  let refusal: string | undefined = 'it is off.';
  const variables = new Proxy(
    { TOKEN: 'hunter2' },
    {
      ownKeys: (target) => {
        if (refusal) throw new Error('was read');
        return Reflect.ownKeys(target);
      },
    },
  );
  const guarded = createEnvironmentReader({ variables, refusal: () => refusal });
  expect(await guarded.read('TOKEN')).toEqual({ kind: 'unreadable', reason: 'it is off.' });
  expect(await guarded.look('TOKEN')).toEqual({ kind: 'unreadable', reason: 'it is off.' });
  refusal = undefined;
  expect(await guarded.read('TOKEN')).toEqual({ kind: 'value', value: 'hunter2' });
});
