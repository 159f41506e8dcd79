// Paths of `${file:PATH}`, before anything is looked for.
import { expect, test } from 'vitest';
import { pathRefusal } from '../../../client/src/core/placeholders/filePath.ts';

test.each([
  'ca.pem',
  'certificates/ca.pem',
  './ca.pem',
  'a//b.pem',
  'a/./b.pem',
  '..ca.pem',
  '.hidden/…/ключ.pem',
  'with space/a (1).pem',
  'console/auxiliary/nullable/com10/com.pem',
  'a~b',
  '100%/x',
])('%j may be read, on every system', (path) => {
  expect(pathRefusal(path, 'linux')).toBeUndefined();
  expect(pathRefusal(path, 'win32')).toBeUndefined();
});

test.each([
  ['/etc/passwd', 'absolute'],
  ['//server/share/x', 'absolute'],
  ['C:/Windows/x', 'absolute'],
  ['c:x', 'absolute'],
  ['C:\\x', 'absolute'],
  ['\\x', 'absolute'],
  ['\\\\server\\share\\x', 'absolute'],
  ['\\\\.\\pipe\\x', 'absolute'],
  ['\\\\?\\C:\\x', 'absolute'],
  ['~/x', 'home folder'],
  ['~root/x', 'home folder'],
  ['..', 'with .. in it'],
  ['../x', 'with .. in it'],
  ['a/../../x', 'with .. in it'],
  ['a/../x', 'with .. in it'],
  ['a\\..\\..\\x', 'with .. in it'],
  ['a/..', 'with .. in it'],
  ['%2e%2e/x', 'as it stands'],
  ['%2E./x', 'as it stands'],
  ['a%2fb', 'as it stands'],
  ['a%5cb', 'as it stands'],
  ['x%00.pem', 'as it stands'],
  ['x\0.pem', 'control character'],
  ['x\n.pem', 'control character'],
  ['ca.pem:stream', 'colon'],
  ['file:///etc/passwd', 'colon'],
  ['CON', 'device'],
  ['a/nul.pem', 'device'],
  ['Aux/x', 'device'],
  ['COM1', 'device'],
  ['com¹', 'device'],
  ['lpt9.txt', 'device'],
  ['CONIN$', 'device'],
  ['con .pem', 'device'],
  ['a/.. /x', 'dot or space'],
  ['a/... /x', 'dot or space'],
  ['.../x', 'dot or space'],
  ['x.', 'dot or space'],
  ['x.pem ', 'dot or space'],
])('%j is refused, on every system: %s', (path, reason) => {
  expect(pathRefusal(path, 'linux')).toContain(reason);
  expect(pathRefusal(path, 'win32')).toContain(reason);
});

test('a backslash separates folders on Windows only', () => {
  expect(pathRefusal('a\\b.pem', 'linux')).toBe('separate folders by /, not by \\.');
  expect(pathRefusal('a\\b.pem', 'win32')).toBeUndefined();
});
