// `streamconn check`: exit codes, text and the stable JSON contract.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { runCli } from '../../client/src/cli/runCli.ts';

const folder = mkdtempSync(join(tmpdir(), 'streamconn-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function run(args: string[], stdin = ''): Promise<{ exitCode: number; out: string; error: string }> {
  let out = '';
  let error = '';
  const exitCode = await runCli(args, {
    stdin: Readable.from([Buffer.from(stdin)]),
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
  });
  return { exitCode, out, error };
}

const valid = file('valid.json', '{ "type": "Sample", "name": "sample_stream_solar" }');
const warned = file('warned.json', '{ "type": "Sample", "name": "x", "zzz": 1 }');
const faulty = file('faulty.json', '{\n  "type": "Cluster", "name": "x",\n  "clusterName": 3\n}');

describe('exit code', () => {
  test('0 where nothing worse than a warning is found', async () => {
    expect((await run(['check', valid, warned])).exitCode).toBe(0);
  });

  test('1 where an error is found', async () => {
    expect((await run(['check', valid, faulty])).exitCode).toBe(1);
    expect((await run(['check', file('empty.json', '')])).exitCode).toBe(1);
  });

  test.each([
    [[], 'say what to do'],
    [['chekc'], 'there is no “chekc”'],
    [['check'], 'name at least one file'],
    [['check', '--format', 'xml', 'x'], '--format takes text or json'],
    [['check', '--frmat', 'x'], '--frmat'],
  ])('2 for %j, with how to use it', async (args, reason) => {
    const { exitCode, error } = await run(args);
    expect(exitCode).toBe(2);
    expect(error).toContain(reason);
    expect(error).toContain('Usage: streamconn check');
  });

  test.each([
    [join(folder, 'absent.json'), 'there is no such file'],
    [folder, 'this is a folder'],
    [file('binary.json', new Uint8Array([0xff, 0xfe, 0x00, 0x80])), 'this is not a text in UTF-8'],
  ])('2 for the unreadable %s, and the others are checked all the same', async (path, reason) => {
    const { exitCode, out, error } = await run(['check', path, faulty]);
    expect(exitCode).toBe(2);
    expect(error).toContain(`${path}: ${reason}`);
    expect(out).toContain('wrong-type');
  });
});

test('as text: file, place from 1, severity, message, code, and a summary', async () => {
  const { out } = await run(['check', valid, faulty]);
  expect(out).toBe(
    `${faulty}\n  3:18    error    Expected a string, found a number. Put it in quotes.  [wrong-type]\n\n2 files checked: 1 error, 0 warnings.\n`,
  );
});

test('as JSON: the stable contract', async () => {
  const { out } = await run(['check', '--format', 'json', valid, faulty]);
  expect(JSON.parse(out)).toEqual({
    files: [
      { file: valid, findings: [] },
      {
        file: faulty,
        findings: [
          {
            code: 'wrong-type',
            severity: 'error',
            pointer: '/clusterName',
            message: 'Expected a string, found a number. Put it in quotes.',
            range: { start: { line: 2, character: 17 }, end: { line: 2, character: 18 } },
          },
        ],
      },
    ],
  });
});

test('- reads standard input, byte order mark or not', async () => {
  const { exitCode, out } = await run(
    ['check', '--format', 'json', '-'],
    '\ufeff{ "type": "Sample", "name": "samplestock" }',
  );
  expect([exitCode, JSON.parse(out)]).toEqual([0, { files: [{ file: '-', findings: [] }] }]);
});

test('--help prints the usage', async () => {
  expect(await run(['--help'])).toMatchObject({ exitCode: 0, out: expect.stringContaining('Usage:'), error: '' });
});
