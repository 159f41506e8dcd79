// What the language server says of a path, and what the reader does with it: the one is the other.
import { expect, test } from 'vitest';
import { pathRefusal } from '../../../client/src/core/placeholders/filePath.ts';
import { pathFault } from '../../../server/src/engine/findings/advice/placeholderPath.ts';

test.each([
  ...['a.pem', './a.pem', 'a/b.pem', 'a b/..c.txt', '...x', 'a/./b', 'console.pem', 'a~', 'größe.pem', '100%.pem'],
  ...['../a', 'a/../b', '..', '/etc/passwd', 'C:\\a', 'c:a', '\\\\server\\share', '~/a', 'a:b', 'a\0b', 'a\nb'],
  ...['%2e%2e/a', 'a%2Fb', 'CON', 'nul.txt', 'a/com1', 'a./b', 'a ', 'a/b.', 'a\\b.pem'],
])('%j', (path) => {
  expect(pathFault(path).length > 0).toBe(pathRefusal(path, 'linux') !== undefined);
});
