// Whose certificates are trusted.
import { getCACertificates, rootCertificates } from 'node:tls';
import { expect, test } from 'vitest';
import { readAuthorities } from '../../../client/src/core/atlas/authorities.ts';
import { trustedRoots } from '../../../client/src/core/atlas/trust.ts';
import { makeIdentity } from '../../support/certificate.ts';

const one = makeIdentity().certificate;
const two = makeIdentity().certificate;

test('what is added comes to the roots that are there, and takes none away', () => {
  const before = trustedRoots([]);
  expect(before).toEqual(expect.arrayContaining([...rootCertificates, ...getCACertificates('system')]));
  expect(trustedRoots([one])).toEqual([...before, one]);
});

test('a file may hold several certificates, and words between them', () => {
  expect(readAuthorities(`# ours\n${one}\n# theirs\r\n${two}`)).toEqual({
    kind: 'read',
    certificates: [one.trim(), two.trim()],
  });
});

test.each([
  ['nothing', '', /no line that says/],
  ['no PEM', 'hello', /no line that says/],
  ['a key', makeIdentity().keyPem(), /not a whole certificate/],
  ['a certificate and a key', one + makeIdentity().keyPem(), /not a whole certificate/],
  ['one that is cut off', one.slice(0, 120), /not a whole certificate/],
  ['one with a hole in it', one.replace(/\n.{20}/, '\n'), /not a whole certificate/],
  ['two, of which one is spoilt', one + two.replace('MII', 'AAA').replace(/\n[A-Z]/, '\n!'), /not a whole certificate/],
])('a file with %s is refused', (_, text, reason) => {
  expect(readAuthorities(text)).toMatchObject({ kind: 'unreadable', reason: expect.stringMatching(reason) });
});
