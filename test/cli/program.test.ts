// The built program with real pipes and files: readers that go away, disks that are full, input without an end.
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundles } from '../../esbuild.mjs';
import manifest from '../../package.json' with { type: 'json' };
import { temporaryFiles } from './temporaryFiles.ts';

const { folder, write } = temporaryFiles();
const program = join(folder, 'cli.js');
const valid = write('valid.json', '{ "type": "Sample", "name": "sample_stream_solar" }');
const faulty = write('faulty.json', '{ "type": "Cluster", "name": "x", "clusterName": 3 }');
const absent = join(folder, 'absent.json');

beforeAll(() => build({ ...bundles.cli, outfile: program }));

test('--version says its name and version', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, '--version'], { encoding: 'utf8' });
  expect([status, stdout, stderr]).toEqual([0, `streamconn ${manifest.version}\n`, '']);
});

/** What the program says, and its exit code, where nobody reads one of its two outputs. */
async function unread(
  stream: 'stdout' | 'stderr',
  args: readonly string[],
): Promise<[exitCode: unknown, said: string]> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child[stream].destroy();
  const others = stream === 'stdout' ? child.stderr : child.stdout;
  const said = (await others.setEncoding('utf8').toArray()).join('');
  return [await exited, said];
}

describe('a reader that has gone away, as head has, is no error', () => {
  test.each([
    [0, ['check', valid]],
    [1, ['check', ...Array.from({ length: 2000 }, () => faulty)]],
    [1, ['check', '--format', 'json', faulty]],
    [0, ['--help']],
  ])('the exit code is still %d, and nothing is said', async (exitCode, args) => {
    expect(await unread('stdout', args)).toEqual([exitCode, '']);
  });

  test('of what could not be checked, too', async () => {
    const [exitCode, said] = await unread('stderr', ['check', absent, absent, faulty]);
    expect(exitCode).toBe(2);
    expect(said).toContain('1 file checked: 1 error, 0 warnings. 2 files could not be checked.');
  });
});

test.each([[valid, 'r', 'EBADF'], ...(existsSync('/dev/full') ? [['/dev/full', 'w', 'no space is left']] : [])])(
  'an output that cannot be written, %s, is told in one line',
  (output = '', flags = '', reason) => {
    const fd = openSync(output, flags);
    const { status, stderr } = spawnSync(process.execPath, [program, 'check', faulty], {
      stdio: ['ignore', fd, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(fd);
    expect([status, stderr]).toEqual([2, `streamconn: the output could not be written: ${reason}.\n`]);
  },
);

test('standard input without an end is left, and the next file is checked', async () => {
  const child = spawn(process.execPath, [program, 'check', '-', faulty], { stdio: ['pipe', 'pipe', 'pipe'] });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const endless = Readable.from(
    (function* () {
      for (;;) yield Buffer.alloc(65_536, '[');
    })(),
  );
  const left = pipeline(endless, child.stdin).catch(({ code }: NodeJS.ErrnoException) => code);
  const [out, error] = await Promise.all(
    [child.stdout, child.stderr].map(async (stream) => (await stream.setEncoding('utf8').toArray()).join('')),
  );
  expect(await exited).toBe(2);
  expect(await left).toBeOneOf(['EPIPE', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE']);
  expect(error).toBe('streamconn: -: it is too large for a connection (more than 1 MB).\n');
  expect(out).toContain('[wrong-type]');
});

test.runIf(existsSync('/dev/zero'))('so is a file without one, and a link to it', () => {
  const link = join(folder, 'zero.json');
  symlinkSync('/dev/zero', link);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'check', '/dev/zero', link, faulty], {
    encoding: 'utf8',
  });
  expect(stderr.match(/: it is too large for a connection/g)).toHaveLength(2);
  expect(stdout).toContain('[wrong-type]');
  expect(status).toBe(2);
});
