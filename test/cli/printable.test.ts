// What is printed of a file: nothing of it acts as anything but text.
import { expect, test } from 'vitest';
import { printable } from '../../client/src/cli/printable.ts';
import { run } from './runCli.ts';
import { temporaryFiles } from './temporaryFiles.ts';

const { write } = temporaryFiles();

test.each([
  ['plain text, "quotes", C:\\a and https://a.example:9092 # 1', undefined],
  ['名前 é ß 😀 e\u0301', undefined],
  ['a::b, a: b', undefined],
  ['\n', '\\u000a'],
  ['\r\t\0', '\\u000d\\u0009\\u0000'],
  ['\u001b[2K', '\\u001b[2K'],
  ['\u007f\u0085\u009b', '\\u007f\\u0085\\u009b'],
  ['\u2028\u2029', '\\u2028\\u2029'],
  ['a\u202eb\u2066\u061c\u200e', 'a\\u202eb\\u2066\\u061c\\u200e'],
  ['\u200b\ufeff\u00ad', '\\u200b\\ufeff\\u00ad'],
  ['\u{e0041}', '\\udb40\\udc41'],
  ['\ud800', '\\ud800'],
  ['::error file=x::y', '\\u003a:error file=x::y'],
  [' \u3000::error::y', ' \u3000\\u003a:error::y'],
  ['a ##[error]b', 'a \\u0023#[error]b'],
  ['##vso[task.setvariable variable=a]b', '\\u0023#vso[task.setvariable variable=a]b'],
  ['###[x', '\\u0023\\u0023#[x'],
])('%j', (line, expected = line) => {
  expect(printable(line)).toBe(expected);
});

const hostile = 'x\n::error::y\r\u001b[2K\u009b\u202e\u2028##[add-mask]z';
const shown = 'x\\u000a::error::y\\u000d\\u001b[2K\\u009b\\u202e\\u2028\\u0023#[add-mask]z';
/** Control and format characters but for the line feed, other ends of lines, and what a CI takes for a command. */
const active = /[^\P{C}\n]|[\p{Zl}\p{Zp}]|^\s*::|##\[/mu;
const content = JSON.stringify({ type: 'Kafka', name: hostile, [hostile]: 1, config: { [hostile]: hostile } });

test('keys, values and names of files are printed so, wherever they stand', async () => {
  const file = write(`${hostile}.json`, content);
  const { out, error } = await run(['check', file, `${file}.absent`]);
  expect(out.split('\n')).toContain(file.replace(hostile, shown));
  expect(out).toContain(`"${shown}"`);
  expect(error).toContain(shown);
  expect(`${out}\n${error}`).not.toMatch(active);
});

test.each([
  [[`--${hostile}`]],
  [[hostile]],
  [['check', '--format', hostile, 'x']],
  [['check', '--rule', hostile, 'x']],
  [['check', '--rule', `${hostile}=off`, 'x']],
  [['check', '--rule', `comment=${hostile}`, 'x']],
])('an argument is printed so: %j', async (args) => {
  const { error } = await run(args);
  expect(error).toContain(shown.slice(0, 12));
  expect(error).not.toMatch(active);
});

test('JSON says the same as ever, and is harmless in a log', async () => {
  const file = write('hostile.json', content);
  const { out } = await run(['check', '--format', 'json', file]);
  const text = await run(['check', file]);
  const [{ findings }] = JSON.parse(out).files;
  expect(findings.map(({ pointer }: { pointer: string }) => pointer)).toContain(`/${hostile}`);
  expect(findings.length).toBe(text.out.match(/^ {2}\d+:\d+/gm)?.length);
  expect(out).not.toMatch(active);
});
