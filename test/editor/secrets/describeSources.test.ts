// What the question before sending says of the secrets that are read, and of the other files that use them.
import { expect, test, vi } from 'vitest';
import { describeSources, type SentFile } from '../../../client/src/editor/secrets/describeSources.ts';
import type { NamingFile } from '../../../client/src/editor/secrets/secretUses.ts';

vi.mock('vscode', () => import('../../support/fakeVscode.ts'));

const uri = (path: string) => `file:///${path}`;

/** A file that is sent, and reads these secrets: `NAME` or, not stored, `NAME?`. */
function sent(path: string, ...secrets: readonly string[]): SentFile {
  const sources = secrets.map((text) => ({
    kind: 'secret',
    name: text.replace('?', ''),
    note: text.endsWith('?') ? 'not stored' : undefined,
  }));
  return { uri: uri(path), path, sources };
}

function naming(path: string, ...secretNames: readonly string[]): NamingFile {
  return { uri: uri(path), path, secretNames };
}

test.each<[string, readonly SentFile[], readonly NamingFile[], string]>([
  ['alone', [sent('a', 'S')], [naming('a', 'S'), naming('b', 'T')], 'S'],
  ['also in another file', [sent('a', 'S')], [naming('b', 'S'), naming('a', 'S')], 'S (also used by b)'],
  ['in two', [sent('a', 'S')], [naming('c', 'S'), naming('b', 'S')], 'S (also used by b, c)'],
  [
    'in many',
    [sent('a', 'S', 'T')],
    ['f', 'e', 'd', 'c', 'b'].map((path) => naming(path, 'S')),
    'S (also used by b, c and 3 more), T',
  ],
  ['not stored', [sent('a', 'S?')], [naming('b', 'S')], 'S (not stored; also used by b)'],
  [
    'shared by those that are sent',
    [sent('a', 'S'), sent('b', 'S', 'T')],
    [naming('a', 'S'), naming('b', 'S')],
    'S (shared by a, b), T',
  ],
  [
    'shared in and out',
    [sent('a', 'S'), sent('b', 'S')],
    [naming('a', 'S'), naming('c', 'S')],
    'S (shared by a, b; also used by c)',
  ],
  ['of one of those that are sent', [sent('a', 'S'), sent('b', 'T')], [naming('c', 'T')], 'S, T (also used by c)'],
  ['of a name that the sent file has elsewhere', [sent('a', 'S')], [{ ...naming('b', 'S'), uri: uri('a') }], 'S'],
])('a secret %s', (_, files, uses, expected) => {
  expect(describeSources(files, { files: uses, isComplete: true })).toEqual([`Secrets read: ${expected}`]);
});

test('where not every file was searched, that is said, but not of what reads no secret', () => {
  const uses = { files: [naming('b', 'S')], isComplete: false };
  expect(describeSources([sent('a', 'S')], uses)).toEqual([
    'Secrets read: S (also used by b)',
    'Not every connection file was checked for these secrets.',
  ]);
  const variable = { kind: 'env', name: 'S', note: undefined };
  expect(describeSources([{ ...sent('a'), sources: [variable] }], uses)).toEqual(['Environment variables read: S']);
});
