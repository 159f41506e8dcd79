// `${file:PATH}`: real files, links, pipes and folders, and files that change while they are read.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createFileReader,
  type FileOpening,
  fileSizeLimit,
  pathBelow,
} from '../../../client/src/core/placeholders/fileBelow.ts';
import { canRun } from '../../support/needs.ts';

let base: string;
let folder: string;
const inside = (...steps: string[]) => join(folder, ...steps);
const read = (path: string, opening?: FileOpening) => createFileReader(async () => folder, opening).read(path);
const look = (path: string) => createFileReader(async () => folder).look(path);

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'placeholder-'));
  folder = join(base, 'folder');
  mkdirSync(inside('certificates'), { recursive: true });
  writeFileSync(join(base, 'outside.pem'), 'outside');
  mkdirSync(join(base, 'folder-beside'));
  writeFileSync(join(base, 'folder-beside', 'x.pem'), 'beside');
});
afterEach(() => rmSync(base, { recursive: true }));

const pem = '-----BEGIN CERTIFICATE-----\r\nAAAA\r\n-----END CERTIFICATE-----\n';

test.each([
  ['a certificate', pem, pem],
  ['a byte order mark', `\ufeff${pem}`, pem],
  ['what looks like a placeholder', '${secret:X}', '${secret:X}'],
  ['other scripts', 'é😀\u2028 \ufeff', 'é😀\u2028 \ufeff'],
  ['as much as may be', 'x'.repeat(fileSizeLimit), 'x'.repeat(fileSizeLimit)],
])('%s is read as it is', async (_, written, expected) => {
  writeFileSync(inside('certificates/ca.pem'), written);
  expect(await read('certificates/ca.pem')).toEqual({ kind: 'value', value: expected });
});

test.each([
  ['nothing', '', 'empty'],
  ['blanks only', ' \n\n', 'empty'],
  ['a byte too many', 'x'.repeat(fileSizeLimit + 1), 'larger than 65536 bytes'],
  ['a binary certificate', Uint8Array.of(0x30, 0x82, 0xff, 0xfe), 'not text in UTF-8'],
  ['a character cut in half', Uint8Array.of(0x61, 0xc3), 'not text in UTF-8'],
  ['UTF-16', Buffer.from('\ufeffkey', 'utf16le'), 'not text in UTF-8'],
  ['NUL', 'a\0b', 'not text in UTF-8'],
])('%s is refused', async (_, written, reason) => {
  writeFileSync(inside('x.pem'), written);
  expect(await read('x.pem')).toEqual({ kind: 'unreadable', reason: expect.stringContaining(reason) });
});

test('looking tells the size and what is wrong, and does not read', async () => {
  writeFileSync(inside('x.pem'), 'é');
  expect(await look('x.pem')).toEqual({ kind: 'usable', note: '2 bytes' });
  writeFileSync(inside('x.pem'), 'x'.repeat(fileSizeLimit + 1));
  expect(await look('x.pem')).toMatchObject({ reason: expect.stringContaining('larger') });
  expect(await look('absent.pem')).toMatchObject({ reason: expect.stringContaining('no readable file') });
  expect(await look('../outside.pem')).toMatchObject({ reason: expect.stringContaining('..') });
});

test('a path that the rules refuse is not even looked for', async () => {
  const path = '../outside.pem';
  const openNothing = async () => expect.unreachable();
  expect(await read(path, { openFile: openNothing as unknown as typeof open })).toMatchObject({ kind: 'unreadable' });
});

test.each(['absent.pem', 'certificates/absent.pem', 'absent/x.pem', 'certificates/x.pem/y', 'x'.repeat(5000)])(
  'there is none at %.20s',
  async (path) => {
    writeFileSync(inside('certificates/x.pem'), 'x');
    expect(await read(path)).toMatchObject({ reason: expect.stringContaining('no readable file') });
  },
);

test('without a folder on this machine, none is read', async () => {
  expect(await createFileReader(async () => undefined).read('x.pem')).toEqual({
    kind: 'unreadable',
    reason: 'open the folder that holds the file first.',
  });
});

test('a link within the folder is followed, and the folder may be a link itself', async () => {
  writeFileSync(inside('certificates/ca.pem'), 'inside');
  symlinkSync('certificates/ca.pem', inside('link.pem'));
  symlinkSync('certificates', inside('linked'));
  symlinkSync(folder, join(base, 'elsewhere'));
  folder = join(base, 'elsewhere');
  for (const path of ['link.pem', 'linked/ca.pem']) {
    expect(await read(path)).toEqual({ kind: 'value', value: 'inside' });
  }
});

test.each([
  ['to a file outside', '../outside.pem', 'link'],
  ['to a folder outside', '..', 'link/outside.pem'],
  ['to a folder whose name begins alike', '../folder-beside', 'link/x.pem'],
  ['to the root', '/', `link${process.execPath}`],
])('a link %s is not followed', async (_, target, path) => {
  symlinkSync(target, inside('link'));
  expect(await read(path)).toMatchObject({ reason: expect.stringContaining('outside the workspace folder') });
});

test('a link to itself is no file', async () => {
  symlinkSync('loop', inside('loop'));
  expect(await read('loop')).toMatchObject({ reason: expect.stringContaining('no readable file') });
});

test.runIf(canRun('mkfifo'))(
  'a folder, and a pipe that nobody writes into, are no files, and keep nobody waiting',
  async () => {
    execFileSync('mkfifo', [inside('pipe')]);
    for (const path of ['certificates', 'pipe', '.']) {
      expect(await read(path)).toEqual({
        kind: 'unreadable',
        reason: 'this is a folder, a pipe or a device, not a file.',
      });
    }
  },
);

/** Opens as Node does, with something happening just before or just after it. */
const opening = (before: () => void, after = () => {}): typeof open =>
  (async (...args: Parameters<typeof open>) => {
    before();
    const handle = await open(...args);
    after();
    return handle;
  }) as typeof open;

/** With and without a system that tells where an open file is. */
const systems: readonly (readonly [string, Pick<FileOpening, 'pathOf'>])[] = [
  ['where the system tells its path', {}],
  ['where the system does not', { pathOf: async () => undefined }],
];

test.each(systems)('a file that becomes a link to outside just before it is opened, %s', async (_, system) => {
  writeFileSync(inside('x.pem'), 'inside');
  const swap = () => {
    rmSync(inside('x.pem'));
    symlinkSync('../outside.pem', inside('x.pem'));
  };
  expect((await read('x.pem', { ...system, openFile: opening(swap) })).kind).toBe('unreadable');
});

test.each(systems)(
  'a folder on the way that becomes a link just before, and a folder again just after, %s',
  async (_, system) => {
    mkdirSync(inside('way'));
    writeFileSync(inside('way/x.pem'), 'inside');
    const swap = () => {
      renameSync(inside('way'), inside('kept'));
      symlinkSync('../folder-beside', inside('way'));
    };
    const swapBack = () => {
      rmSync(inside('way'));
      renameSync(inside('kept'), inside('way'));
    };
    const refused = { reason: expect.stringContaining('outside the workspace folder') };
    expect(await read('way/x.pem', { ...system, openFile: opening(swap, swapBack) })).toMatchObject(refused);
    expect(await read('way/x.pem', { ...system, openFile: opening(swap) })).toMatchObject(refused);
  },
);

test.runIf(canRun('mkfifo'))('a file that becomes a pipe just before it is opened', async () => {
  writeFileSync(inside('x.pem'), 'inside');
  const swap = () => {
    rmSync(inside('x.pem'));
    execFileSync('mkfifo', [inside('x.pem')]);
  };
  expect(await read('x.pem', { openFile: opening(swap) })).toMatchObject({ reason: expect.stringContaining('a pipe') });
});

test('a file that grows after its size was asked', async () => {
  writeFileSync(inside('x.pem'), 'x');
  const growing = (async (...args: Parameters<typeof open>) => {
    const handle = await open(...args);
    const reading = handle.read.bind(handle);
    return Object.assign(handle, {
      read: (...how: Parameters<typeof reading>) => {
        appendFileSync(inside('x.pem'), 'x'.repeat(10_000));
        return reading(...how);
      },
    });
  }) as typeof open;
  expect(await read('x.pem', { openFile: growing })).toMatchObject({ reason: expect.stringContaining('larger') });
});

test('where the system does not tell, a folder on the way that has changed is refused', async () => {
  mkdirSync(inside('way'));
  writeFileSync(inside('way/x.pem'), 'inside');
  const later = new Date(Date.now() + 5_000);
  const touch = opening(() => utimesSync(inside('way'), later, later));
  const pathOf = async () => undefined;
  expect(await read('way/x.pem', { pathOf, openFile: touch })).toMatchObject({ kind: 'unreadable' });
  expect(await read('way/x.pem', { pathOf })).toEqual({ kind: 'value', value: 'inside' });
});

test('an open file that the system finds nowhere or elsewhere is refused', async () => {
  writeFileSync(inside('x.pem'), 'inside');
  for (const path of ['x.pem', '(unreachable)/x.pem', join(base, 'outside.pem')]) {
    expect(await read('x.pem', { pathOf: async () => path })).toMatchObject({ kind: 'unreadable' });
  }
});

test('whatever comes of it, the file is closed', async () => {
  writeFileSync(inside('x.pem'), 'inside');
  writeFileSync(inside('large.pem'), 'x'.repeat(fileSizeLimit + 1));
  writeFileSync(inside('binary.pem'), Uint8Array.of(0xff));
  const handles: FileHandle[] = [];
  const openFile = (async (...args: Parameters<typeof open>) => {
    const handle = await open(...args);
    handles.push(handle);
    return handle;
  }) as typeof open;
  const elsewhere = async () => join(base, 'outside.pem');
  for (const path of ['x.pem', 'large.pem', 'binary.pem', 'certificates']) await read(path, { openFile });
  await read('x.pem', { openFile, pathOf: elsewhere });
  await read('x.pem', { openFile, pathOf: () => Promise.reject(new Error('broken')) });
  expect(handles.map(({ fd }) => fd)).toEqual(Array(6).fill(-1));
});

/** Makes a folder a link to outside and a folder again, without end. */
const swapping = `
  const { renameSync, symlinkSync, rmSync } = require('node:fs');
  const [way, kept, outside] = process.argv.slice(1);
  for (;;) {
    renameSync(way, kept);
    symlinkSync(outside, way);
    rmSync(way);
    renameSync(kept, way);
  }
`;

test.runIf(process.platform === 'linux')(
  'a folder that is swapped for a link all the time gives nothing from outside',
  async () => {
    mkdirSync(inside('way'));
    writeFileSync(inside('way/x.pem'), 'inside');
    const swapper = spawn(process.execPath, [
      '-e',
      swapping,
      inside('way'),
      inside('kept'),
      join(base, 'folder-beside'),
    ]);
    const seen = new Map<string, number>();
    try {
      while (!((seen.get('inside') ?? 0) > 200 && (seen.get('') ?? 0) > 5_000)) {
        const result = await read('way/x.pem');
        const key = result.kind === 'value' ? result.value : '';
        seen.set(key, (seen.get(key) ?? 0) + 1);
      }
    } finally {
      const ended = once(swapper, 'exit');
      swapper.kill();
      await ended;
    }
    expect([...seen.keys()].sort()).toEqual(['', 'inside']);
  },
);

test.each([
  ['/a/b', '/a/b/c', 'c'],
  ['/a/b', '/a/b/..c/d', '..c/d'],
  ['/a/b', '/a', undefined],
  ['/a/b', '/', undefined],
  ['/a/b', '/a/bc', undefined],
  ['/a/b', '/a/c', undefined],
])('from %s to %s: %s', (from, to, expected) => expect(pathBelow(from, to)).toBe(expected));
