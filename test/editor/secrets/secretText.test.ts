// What of a file or the clipboard becomes a secret.
import { expect, test } from 'vitest';
import { clipboardFault, toSecret } from '../../../client/src/editor/secrets/secretText.ts';

test.each([
  ['token\n', 'token'],
  ['token\r\n', 'token'],
  ['token', 'token'],
  [' token ', ' token '],
  ['token\n\n', 'token\n\n'],
  ['-----BEGIN X-----\nAAAA\n-----END X-----\n', '-----BEGIN X-----\nAAAA\n-----END X-----\n'],
])('%j becomes %j', (text, expected) => expect(toSecret(text)).toBe(expected));

test.each([
  ['', /no text/],
  [' \n', /no text/],
  ['x'.repeat(65_537), /more than 65536/],
  ['x'.repeat(65_536), undefined],
  ['token', undefined],
])('%.10j on the clipboard: %s', (text, fault) => {
  if (fault) expect(clipboardFault(text)).toMatch(fault);
  else expect(clipboardFault(text)).toBeUndefined();
});
