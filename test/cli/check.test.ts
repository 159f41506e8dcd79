// `streamconn check`: exit codes, text and the stable JSON contract.
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../client/src/cli/check.ts';
import { createEngine } from '../../server/src/engine/index.ts';
import { ran, run } from './runCli.ts';
import { temporaryFiles } from './temporaryFiles.ts';

const { folder, write: file } = temporaryFiles();
const valid = file('valid.json', '{ "type": "Sample", "name": "sample_stream_solar" }');
const warned = file('warned.json', '{ "type": "Sample", "name": "x", "zzz": 1 }');
const faulty = file('faulty.json', '{\n  "type": "Cluster", "name": "x",\n  "clusterName": 3\n}');

/** A file of nothing but zeros, of this many bytes more than the most that is read. */
function large(more: number): string {
  const path = file(`large${more}.json`, '');
  truncateSync(path, 1024 * 1024 + more);
  return path;
}

describe('exit code', () => {
  test('0 where nothing worse than a warning is found', async () => {
    expect((await run(['check', valid, warned])).exitCode).toBe(0);
  });

  test('1 where an error is found', async () => {
    expect((await run(['check', valid, faulty])).exitCode).toBe(1);
    expect((await run(['check', file('empty.json', '')])).exitCode).toBe(1);
  });

  test.each([
    [[], 'no command given. The only one is check.'],
    [['chekc'], 'unknown command "chekc". The only one is check.'],
    [['check'], 'no file given. Name at least one, or - for standard input.'],
    [['check', '-', valid, '-'], '- is given more than once'],
    [['check', '--format', 'xml', 'x'], '--format takes text or json, not "xml".'],
    [['check', 'x', '--format'], '--format requires a value.'],
    [['check', '--frmat', 'x'], 'unknown option --frmat.'],
    [['check', '-x', 'x'], 'unknown option -x.'],
    [['--help=yes'], '--help takes no value.'],
  ])('2 for %j, with how to use it', async (args, reason) => {
    const { exitCode, error } = await run(args);
    expect(exitCode).toBe(2);
    expect(error).toContain(reason);
    expect(error).toContain('Usage: streamconn check');
    expect(error).not.toContain('positional');
  });

  test.each([
    [join(folder, 'absent.json'), 'there is no such file'],
    [folder, 'this is a folder'],
    [large(1), 'it is too large for a connection (more than 1 MB)'],
    [file('binary.json', new Uint8Array([0xff, 0xfe, 0x00, 0x80])), 'this is not a text in UTF-8'],
  ])('2 for the unreadable %s, and the others are checked all the same', async (path, reason) => {
    const { exitCode, out, error } = await run(['check', path, faulty]);
    expect(exitCode).toBe(2);
    expect(error).toContain(`${path}: ${reason}`);
    expect(out).toContain('wrong-type');
    expect(out).toContain('1 file checked: 1 error, 0 warnings. 1 file could not be checked.');
  });

  test('a file of 1 MB is checked', async () => {
    expect(await run(['check', large(0)])).toMatchObject({ exitCode: 1, error: '' });
  });

  test('2 where checking a file throws: its row says so without what is in it, and the others are checked', async () => {
    const engine = createEngine();
    const throwing: typeof engine.findings = (text, known) => {
      if (text.getText().includes('zzz')) throw new TypeError(`cannot read ${text.getText()}`);
      return engine.findings(text, known);
    };
    const options = { files: [valid, warned, faulty], format: 'text', severities: {} } as const;
    const { exitCode, out, error } = await ran((streams) => check(options, streams, { findings: throwing }));
    expect(exitCode).toBe(2);
    expect(error).toBe(`streamconn: ${warned}: it could not be checked: internal error (TypeError).\n`);
    expect(out).toContain('wrong-type');
    expect(out).toContain('2 files checked: 1 error, 0 warnings. 1 file could not be checked.');
  });
});

test('as text: file, place from 1, severity, message, code, and a summary', async () => {
  const { out } = await run(['check', valid, faulty]);
  expect(out).toBe(
    `${faulty}\n  3:18  error  Expected a string, found a number. Put it in quotes.  [wrong-type]\n\n2 files checked: 1 error, 0 warnings.\n`,
  );
});

test('as text, places, severities and messages stand in columns', async () => {
  const mixed = file('mixed.json', '{ "type": "Kafka",\n"clusterName": 1,\n                 "zzz": 1 }');
  const { out } = await run(['check', mixed, faulty]);
  const rows = out.split('\n').filter((line) => line.startsWith('  '));
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.map((row) => row.replace(/^( {2}\d+:\d+ +(?:error|warning|information) +).*$/, '$1').length)).toEqual(
    rows.map(() => '  3:18  information  '.length),
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
