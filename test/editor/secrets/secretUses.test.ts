// Which files name which secrets, in a workspace of any size; the in-host suite has the same with real files.
import { beforeEach, expect, test, vi } from 'vitest';
import {
  findSecretUses,
  findSecretUsesWithin,
  pathsNaming,
  type SecretUses,
} from '../../../client/src/editor/secrets/secretUses.ts';

interface FakeFile {
  readonly text?: string;
  readonly size?: number;
}

const { files, seen } = vi.hoisted(() => ({
  files: new Map<string, FakeFile>(),
  seen: { reads: 0, onRead: (): unknown => undefined, search: async (found: unknown[]) => found },
}));

vi.mock('vscode', () => {
  const uriOf = (path: string) => ({ scheme: 'file', path, toString: () => `file://${path}` });
  return {
    TabInputText: class {},
    CancellationTokenSource: class {
      token = {};
      cancel() {}
      dispose() {}
    },
    window: { tabGroups: { all: [] } },
    workspace: {
      workspaceFolders: [],
      textDocuments: [
        { languageId: 'streamconn', isDirty: true, uri: uriOf('dirty'), getText: () => '"${secret:LIVE}"' },
        { languageId: 'streamconn', isDirty: false, uri: uriOf('gone'), getText: () => '"${secret:GONE}"' },
        { languageId: 'json', isDirty: true, uri: uriOf('other'), getText: () => '"${secret:OTHER}"' },
      ],
      findFiles: (_: string, __: string, limit: number) => seen.search([...files.keys()].slice(0, limit).map(uriOf)),
      asRelativePath: ({ path }: { path: string }) => path,
      fs: {
        stat: async ({ path }: { path: string }) => ({ size: files.get(path)?.size ?? 1 }),
        readFile: async ({ path }: { path: string }) => {
          seen.reads++;
          await seen.onRead();
          const text = files.get(path)?.text;
          if (text === undefined) throw new Error('unreadable');
          return new TextEncoder().encode(text);
        },
      },
    },
  };
});

beforeEach(() => {
  files.clear();
  Object.assign(seen, { reads: 0, onRead: () => undefined, search: async (found: unknown[]) => found });
});
const find = () => findSecretUses(new AbortController().signal);
const read = (uses: SecretUses | undefined) =>
  uses && {
    ...Object.fromEntries(
      ['A', 'LIVE', 'SAVED', 'GONE', 'OTHER'].map((name) => [name, pathsNaming(uses, name).join()]),
    ),
    isComplete: uses.isComplete,
  };
const none = { A: '', LIVE: 'dirty', SAVED: '', GONE: '', OTHER: '' };

test('files of the disk, and what is not saved yet in the place of its file', async () => {
  files.set('dirty', { text: '"${secret:SAVED}"' });
  files.set('b', { text: '{ "x": "${secret:A}", "y": "${secret:LIVE}" }' });
  files.set('a', { text: '{ "x": "${secret:A}"' });
  expect(read(await find())).toEqual({ ...none, LIVE: 'b,dirty', A: 'a,b', isComplete: true });
});

test.each([
  ['too large', { text: '"${secret:A}"', size: 1024 * 1024 + 1 }],
  ['unreadable', {}],
])('a file that is %s is left out, and that is told', async (_, file) => {
  files.set('a', file);
  expect(read(await find())).toEqual({ ...none, isComplete: false });
});

test('of more than a thousand files, a thousand are read', async () => {
  for (let index = 0; index < 1000; index++) files.set(`f${index}`, { text: '"${secret:A}"' });
  expect(await find()).toMatchObject({ isComplete: true });
  for (let index = 1000; index < 3000; index++) files.set(`f${index}`, { text: '"${secret:A}"' });
  seen.reads = 0;
  const uses = await find();
  expect(seen.reads).toBe(1000);
  expect(uses).toMatchObject({ isComplete: false });
});

test('cancelling ends it soon', async () => {
  for (let index = 0; index < 1000; index++) files.set(`f${index}`, { text: '"${secret:A}"' });
  const controller = new AbortController();
  seen.onRead = () => controller.abort();
  expect(await findSecretUses(controller.signal)).toBeUndefined();
  expect(seen.reads).toBeLessThan(100);
});

test('a search that does not end in time is not waited for, and what was found by then counts', async () => {
  seen.search = () => new Promise(() => undefined);
  expect(read(await findSecretUsesWithin(10))).toEqual({ ...none, isComplete: false });
  seen.search = async (found) => found;
  for (let index = 0; index < 30; index++) files.set(`f${index}`, { text: '"${secret:A}"' });
  const hangs = () => new Promise((resolve) => setTimeout(resolve, seen.reads > 25 ? 60_000 : 0).unref());
  seen.onRead = hangs;
  const uses = await findSecretUsesWithin(300);
  expect([pathsNaming(uses, 'A').length, uses.isComplete]).toEqual([25, false]);
});

test('a VS Code that cannot search has only its open files', async () => {
  seen.search = () => Promise.reject(new Error('No ripgrep.'));
  expect(read(await find())).toEqual({ ...none, isComplete: false });
});
