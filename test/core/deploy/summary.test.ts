// The text that is left of a deployment.
import { expect, test } from 'vitest';
import { countEnds, type FileEnd, writeSummary } from '../../../client/src/core/deploy/summary.ts';

const end = (kind: FileEnd['kind'], path: string, more: Partial<FileEnd> = {}): FileEnd => ({
  kind,
  path,
  name: path,
  text: '',
  ...more,
});

test('what needs a person comes first, each file with its reason', () => {
  const ends = [
    end('created', 'a.json', { name: 'a', text: 'Its state is PENDING.' }),
    end('upToDate', 'b.json', { name: 'b' }),
    end('failed', 'c.json', { name: 'c', text: 'Atlas refused with 400.' }),
    end('faulty', 'd.json', { name: undefined, text: 'This file is not JSON yet.' }),
    end('created', 'e.json', { name: 'e' }),
  ];
  expect(writeSummary('Deployed shop to orders', ['Host: h'], ends)).toBe(`Deployed shop to orders

Host: h

Failed (1)

  c.json → c
    Atlas refused with 400.

Cannot be sent (1)

  d.json
    This file is not JSON yet.

Created (2)

  a.json → a
    Its state is PENDING.

  e.json → e

Up to date (1)

  b.json → b
`);
  expect(countEnds(ends)).toEqual(['Failed: 1.', 'Cannot be sent: 1.', 'Created: 2.', 'Up to date: 1.']);
});

test('long reasons are broken into lines, names never are', () => {
  const text = writeSummary('', [], [end('failed', 'a\nCreated (9)\u2028b', { text: 'word '.repeat(40) })]);
  expect(text).toContain('a Created (9) b');
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(70);
});
