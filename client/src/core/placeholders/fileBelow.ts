// `${file:PATH}`: text files below a folder. Neither a link nor a pipe, a device or a file that grows leads further.
import { constants } from 'node:fs';
import { type FileHandle, lstat, open, readlink, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import * as l10n from '@vscode/l10n';
import { pathRefusal } from './filePath.ts';
import { type LookResult, type Reader, type ReadResult, type Unreadable, unreadable } from './reader.ts';

/** Bytes that such a file may have; a certificate chain with its key has about ten thousand. */
export const fileSizeLimit = 65_536;

/** How the machine opens files, and tells where an open one is. For tests. */
export interface FileOpening {
  readonly openFile?: typeof open;
  readonly pathOf?: (handle: FileHandle) => Promise<string | undefined>;
}

/** A reader of the files below `folder`; undefined where there is none on this machine. */
export function createFileReader(folder: () => Promise<string | undefined>, opening: FileOpening = {}): Reader {
  const within = async <T>(
    path: string,
    use: (handle: FileHandle, size: number) => T,
  ): Promise<Awaited<T> | Unreadable> => {
    const root = await folder();
    if (root === undefined) return unreadable(l10n.t('open the folder that holds the file first.'));
    return withFileBelow(root, path, opening, use);
  };
  return {
    look: (path) => within(path, (_, size): LookResult => ({ kind: 'usable', note: l10n.t('{0} bytes', size) })),
    read: (path) => within(path, readText),
  };
}

/** The way from a folder down to a file, both by their real paths; undefined where the file is not below it. */
export function pathBelow(folder: string, file: string): string | undefined {
  const path = relative(folder, file);
  return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path) ? undefined : path;
}

/** Without blocking, for a pipe would wait for somebody to write into it; and no link in the file's own place. */
const flags =
  constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** Opens the file once: what is checked is what is read. */
async function withFileBelow<T>(
  folder: string,
  path: string,
  { openFile = open, pathOf = pathOfOpen }: FileOpening,
  use: (handle: FileHandle, size: number) => T,
): Promise<Awaited<T> | Unreadable> {
  const refusal = pathRefusal(path);
  if (refusal) return unreadable(refusal);
  let handle: FileHandle | undefined;
  try {
    const found = await findBelow(folder, path);
    if (!found) return outside();
    handle = await openFile(found.file, flags);
    const opened = await handle.stat();
    if (!opened.isFile()) return unreadable(l10n.t('this is a folder, a pipe or a device, not a file.'));
    // A folder on the way may have become a link between the question and the opening.
    const real = await pathOf(handle);
    const isInside = real === undefined ? await isSame(found, folder, path, handle) : isBelow(found.root, real);
    if (!isInside) return outside();
    if (opened.size > fileSizeLimit) return tooLarge();
    return await use(handle, opened.size);
  } catch {
    return unreadable(l10n.t('there is no readable file at this path below the workspace folder.'));
  } finally {
    await handle?.close();
  }
}

function outside(): Unreadable {
  return unreadable(l10n.t('the file lies outside the workspace folder. Write a path inside it.'));
}

function tooLarge(): Unreadable {
  return unreadable(l10n.t('the file is larger than {0} bytes.', fileSizeLimit));
}

/** Where the system says that the open file is; undefined if it does not tell. */
async function pathOfOpen({ fd }: FileHandle): Promise<string | undefined> {
  return process.platform === 'linux' ? readlink(`/proc/self/fd/${fd}`).catch(() => undefined) : undefined;
}

function isBelow(root: string, real: string): boolean {
  return isAbsolute(real) && pathBelow(root, real) !== undefined;
}

interface Found {
  /** Real paths. */
  readonly root: string;
  readonly file: string;
  /** Tells whether something on the way to the file has been replaced. */
  readonly way: string;
}

/** Undefined if the file is not below the folder. */
async function findBelow(folder: string, path: string): Promise<Found | undefined> {
  const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
  const below = pathBelow(root, file);
  return below === undefined ? undefined : { root, file, way: await describeWay(root, below) };
}

/** Whoever replaces a folder or a file changes the times of the folder above. */
async function describeWay(root: string, below: string): Promise<string> {
  const steps = below.split(sep);
  const folders = steps.map((_, index) => join(root, ...steps.slice(0, index)));
  const stats = await Promise.all(folders.map((step) => lstat(step, { bigint: true })));
  return stats.map(({ dev, ino, mtimeNs, ctimeNs }) => [dev, ino, mtimeNs, ctimeNs].join(' ')).join('\n');
}

/** Whether the open file is still the one at the path, and nothing on the way to it has changed. */
async function isSame(before: Found, folder: string, path: string, handle: FileHandle): Promise<boolean> {
  const now = await findBelow(folder, path);
  if (now?.file !== before.file || now.way !== before.way) return false;
  const [opened, there] = await Promise.all([handle.stat({ bigint: true }), lstat(now.file, { bigint: true })]);
  return opened.ino === there.ino && opened.dev === there.dev;
}

/** The text as it is, but for a byte order mark. */
async function readText(handle: FileHandle): Promise<ReadResult> {
  const bytes = Buffer.alloc(fileSizeLimit + 1);
  let length = 0;
  for (let read = -1; read !== 0; length += read) {
    read = (await handle.read(bytes, length, bytes.length - length)).bytesRead;
  }
  if (length > fileSizeLimit) return tooLarge();
  const text = decode(bytes.subarray(0, length));
  if (text === undefined) return unreadable(l10n.t('the file is not text in UTF-8.'));
  return text.trim() === '' ? unreadable(l10n.t('the file is empty.')) : { kind: 'value', value: text };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
