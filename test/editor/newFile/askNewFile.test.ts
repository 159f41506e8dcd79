// Where a new file goes: several folders, none, and folders that are on no disk.
import { beforeEach, expect, test, vi } from 'vitest';
import { askNewFile } from '../../../client/src/editor/newFile/askNewFile.ts';
import { silentLog } from '../../support/silentLog.ts';

interface Address {
  readonly scheme: string;
  readonly path: string;
}

const fake = vi.hoisted(() => ({
  at: (scheme: string, path: string) => ({ scheme, path, toString: () => `${scheme}:${path}` }),
  folders: [] as { name: string; uri: Address }[],
  files: new Set<string>(),
  /** What the person picks, types and presses, in order. */
  answers: [] as (string | undefined)[],
  asked: [] as string[],
  shown: [] as string[],
  /** Whether a search ends only when it is canceled, which the person does. */
  isEndless: false,
}));

vi.mock('vscode', async () => {
  const { posix } = await import('node:path');
  const labelOf = (item: string | { label: string }) =>
    typeof item === 'string' ? item : item.label.replace('$(folder) ', '');
  const answer = (question: string) => {
    fake.asked.push(question);
    return fake.answers.shift();
  };
  return {
    l10n: await import('@vscode/l10n'),
    ProgressLocation: {},
    CancellationError: class extends Error {
      override readonly name = 'Canceled';
    },
    CancellationTokenSource: class {
      readonly #canceling = Promise.withResolvers<void>();
      readonly token = { canceled: this.#canceling.promise };
      readonly cancel = this.#canceling.resolve;
      readonly dispose = () => undefined;
    },
    FileType: { File: 1, Directory: 2 },
    InputBoxValidationSeverity: { Warning: 2 },
    Uri: {
      joinPath: ({ scheme, path }: Address, ...more: string[]) =>
        fake.at(scheme, posix.join(path, ...more).replace(/(.)\/$/, '$1')),
    },
    window: {
      withProgress: async (_: object, work: (progress: object, token: object) => Promise<unknown>) => {
        const onCancellationRequested = (listener: () => void) => {
          listener();
          return { dispose: () => undefined };
        };
        return work({ report: () => undefined }, { onCancellationRequested });
      },
      showQuickPick: async (
        items: readonly (string | { label: string })[],
        { placeHolder }: { placeHolder: string },
      ) => {
        const chosen = answer(placeHolder);
        return items.find((item) => chosen !== undefined && labelOf(item) === chosen);
      },
      showInputBox: async ({ title }: { title: string }) => answer(title),
      showOpenDialog: async ({ openLabel }: { openLabel: string }) => {
        const path = answer(openLabel);
        return path === undefined ? undefined : [fake.at('file', path)];
      },
      showWarningMessage: async (message: string) => answer(message),
      showErrorMessage: async (message: string) => answer(message),
      showTextDocument: async ({ path }: Address) => fake.shown.push(path),
    },
    workspace: {
      get workspaceFolders() {
        return fake.folders.length > 0 ? fake.folders : undefined;
      },
      findFiles: async (_: string, _not: string, _atMost: number, token: { canceled: Promise<void> }) => {
        if (fake.isEndless) await token.canceled;
        return [...fake.files].map((path) => fake.at('file', path));
      },
      asRelativePath: ({ path }: Address) => path.slice(1),
      getWorkspaceFolder: ({ scheme, path }: Address) =>
        fake.folders.find(({ uri }) => uri.scheme === scheme && (path === uri.path || path.startsWith(`${uri.path}/`))),
      fs: {
        stat: async ({ path }: Address) => {
          if (fake.files.has(path)) return { type: 1 };
          if (/\.json$/.test(path)) throw new Error('not found');
          return { type: 2 };
        },
      },
    },
  };
});

const question = { title: 'New', example: 'orders' };
const folder = (path: string, scheme = 'file') => ({ name: path.slice(1), uri: fake.at(scheme, path) });
/** Undefined where the person cancels, or is told why there is none. */
const ask = (given?: Address) =>
  askNewFile({ log: silentLog }, question, given as Parameters<typeof askNewFile>[2]).catch((error: Error) => {
    if (error.name !== 'Canceled') throw error;
  });

beforeEach(() => {
  fake.isEndless = false;
  fake.folders = [folder('/one')];
  fake.files.clear();
  fake.answers = [];
  fake.asked = [];
  fake.shown = [];
});

test('the name is asked for, then the folder', async () => {
  fake.answers = ['orders', 'one'];
  expect(await ask()).toMatchObject({ name: 'orders', uri: { path: '/one/orders.streamconn.json' } });
  expect(fake.asked).toEqual(['New', 'The folder for the new file']);
});

test('of several folders, or those that hold connection files, one is picked', async () => {
  fake.folders.push(folder('/two'));
  fake.files.add('/one/below/a.streamconn.json');
  for (const picked of ['two', 'one/below']) {
    fake.answers = ['orders', picked];
    expect(await ask()).toMatchObject({ uri: { path: `/${picked}/orders.streamconn.json` } });
  }
  fake.answers = ['orders', undefined];
  expect(await ask()).toBeUndefined();
});

test('without any, a folder of the machine is asked for at once, and no file is made without one', async () => {
  fake.folders = [];
  fake.answers = ['orders', '/home/me'];
  expect(await ask()).toMatchObject({ name: 'orders', uri: { path: '/home/me/orders.streamconn.json' } });
  fake.answers = ['orders', undefined];
  expect(await ask()).toBeUndefined();
  expect(fake.asked).toEqual(['New', 'Create Here', 'New', 'Create Here']);
});

test('the explorer’s folder wins, also where it is on no disk, and a file stands for its folder', async () => {
  fake.folders = [folder('/one'), folder('/repo', 'vscode-vfs')];
  fake.files.add('/repo/sub/a.json');
  for (const path of ['/repo/sub', '/repo/sub/a.json']) {
    fake.answers = ['orders'];
    const uri = { scheme: 'vscode-vfs', path: '/repo/sub/orders.streamconn.json' };
    expect(await ask({ scheme: 'vscode-vfs', path })).toMatchObject({ name: 'orders', uri });
  }
});

test.each([
  { scheme: 'file', path: '/elsewhere' },
  { scheme: 'file', path: '/one/../elsewhere' },
  { scheme: 'http', path: '/one' },
  { scheme: 'mailto', path: 'one' },
])('%o is no folder of the workspace', async (given) => {
  expect(await ask(given)).toBeUndefined();
  expect(fake.asked).toEqual([expect.stringContaining('needs a folder of this workspace')]);
});

test('a name with steps in it stays in the folder', async () => {
  fake.answers = ['../../x/y', 'one'];
  expect(await ask()).toMatchObject({ name: '../../x/y', uri: { path: '/one/____x_y.streamconn.json' } });
});

test('an existing file is left alone, in the folder that was picked first', async () => {
  fake.folders.push(folder('/two'));
  fake.files.add('/two/orders.streamconn.json');
  fake.answers = ['orders', 'two', 'Choose Another Name', 'orders2'];
  expect(await ask()).toMatchObject({ uri: { path: '/two/orders2.streamconn.json' } });
  fake.answers = ['orders', 'two', 'Open It'];
  expect(await ask()).toBeUndefined();
  expect(fake.shown).toEqual(['/two/orders.streamconn.json']);
});

test('a search for folders that takes long can be canceled, and then nothing more is asked', async () => {
  fake.isEndless = true;
  fake.answers = ['orders', 'one'];
  expect(await ask()).toBeUndefined();
  expect(fake.asked).toEqual(['New']);
});
