// What `${file:PATH}` calls the files that settings name by paths of any machine.
import { expect, test } from 'vitest';
import { nameFiles } from '../../../client/src/core/import/fileNames.ts';

test.each<[string, Record<string, string>]>([
  ['below the folder', { 'certificates/ca.pem': 'certificates/ca.pem', './client.pem': 'client.pem' }],
  ['elsewhere', { '/etc/ssl/ca.pem': 'ca.pem', 'C:\\keys\\client.key': 'client.key', '~/x.pem': 'x.pem' }],
  ['two that end alike', { '/etc/ca/tls.crt': 'ca/tls.crt', '/etc/client/tls.crt': 'client/tls.crt' }],
  ['also in their folders', { '/a/tls/ca.crt': 'a/tls/ca.crt', '/b/tls/ca.crt': 'b/tls/ca.crt' }],
  ['one of them below the folder', { '/etc/ca/tls.crt': 'ca/tls.crt', 'tls.crt': 'tls.crt' }],
  ['one of them without a folder', { '/tls.crt': 'tls.crt', '/etc/ca/tls.crt': 'ca/tls.crt' }],
  ['upwards', { '../a/tls.crt': 'a/tls.crt', '../../b/tls.crt': 'b/tls.crt' }],
])('%s', (_, names) => {
  expect(Object.fromEntries(nameFiles(Object.keys(names)))).toEqual(names);
});

test('a path that stands twice is one', () => {
  expect([...nameFiles(['/a/b.pem', '/a/b.pem'])]).toEqual([['/a/b.pem', 'b.pem']]);
});

test.each(['', '/', '/etc/ssl/', '/{x}', 'C:', '..'])('none can name %j', (path) => {
  expect(nameFiles([path]).size).toBe(0);
});

test('two that nothing tells apart have none', () => {
  expect(nameFiles(['C:\\tls.crt', 'D:\\tls.crt']).size).toBe(0);
});

// What takes the square of its length would take hours; the runner's limit is seconds.
test('a path of a million steps', () => {
  expect([...nameFiles(['/a'.repeat(500_000)])].map(([, name]) => name)).toEqual(['a']);
});
