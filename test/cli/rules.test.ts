// `--rule code=severity`: the severities that `streamconn.rules` has in the editor.
import { expect, test } from 'vitest';
import { run } from './runCli.ts';
import { temporaryFiles } from './temporaryFiles.ts';

const { write } = temporaryFiles();
const warned = write('warned.json', '{ "type": "Sample", "name": "sample_stream_solar", "zzz": 1 }');
const faulty = write('faulty.json', '{ "type": "Cluster", "name": "x", "clusterName": 3 }');
const twice = write('twice.json', '{ "type": "Sample", "name": "sample_stream_solar", "name": "samplestock" }');

async function severities(file: string, ...rules: string[]): Promise<[number, string[]]> {
  const options = rules.flatMap((rule) => ['--rule', rule]);
  const { exitCode, out } = await run(['check', '--format', 'json', ...options, file]);
  return [exitCode, JSON.parse(out).files[0].findings.map(({ severity }: { severity: string }) => severity)];
}

test.each([
  [[], 0, ['warning']],
  [['unknown-property=error'], 1, ['error']],
  [['unknown-property=information'], 0, ['information']],
  [['unknown-property=hint'], 0, ['hint']],
  [['unknown-property=off'], 0, []],
  [['unknown-property=error', 'wrong-type=off'], 1, ['error']],
  [['unknown-property=error', 'unknown-property=hint'], 0, ['hint']],
])('%j', async (rules, exitCode, expected) => {
  expect(await severities(warned, ...rules)).toEqual([exitCode, expected]);
});

test('an error can be turned off, and then the exit code is 0', async () => {
  expect(await severities(faulty, 'wrong-type=off')).toEqual([0, []]);
});

test('a rule that is never lowered can be said to be as severe as it is, or raised', async () => {
  expect(await severities(twice, 'duplicate-key=error')).toEqual([1, expect.arrayContaining(['error'])]);
  expect((await run(['check', '--rule', 'inline-secret=error', warned])).exitCode).toBe(0);
});

test.each([
  ['duplicate-key', '--rule takes CODE=SEVERITY, not "duplicate-key".'],
  ['comment=off=error', '--rule takes CODE=SEVERITY, not "comment=off=error".'],
  ['=off', '--rule: unknown rule "". Expected syntax, comment, '],
  ['toString=off', 'unknown rule "toString"'],
  ['Comment=off', 'unknown rule "Comment"'],
  ['comment=', 'unknown severity "" for comment. Expected off, hint, information, warning or error.'],
  ['comment=fatal', 'unknown severity "fatal" for comment.'],
  ['comment=hint', 'comment is at least error, because it is about secrets or about what is sent.'],
  ['duplicate-key=off', 'duplicate-key is at least error'],
  ['inline-secret=information', 'inline-secret is at least warning'],
])('%s is wrong usage, and nothing is checked', async (rule, reason) => {
  const { exitCode, out, error } = await run(['check', '--rule', rule, warned]);
  expect([exitCode, out]).toEqual([2, '']);
  expect(error).toContain(reason);
});
