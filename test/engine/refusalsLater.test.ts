// What becomes of a refusal of Atlas as its file is edited.
import { describe, expect, test } from 'vitest';
import { kafka, wrong } from '../support/refusals.ts';
import { placesOf, saidOf } from '../support/refused.ts';

describe('while the place is as it was sent', () => {
  const atProtocol = wrong('security.protocol');
  const edited = (change: (text: string) => string) => change(JSON.stringify(kafka, null, 2));

  test('it moves with the text', async () => {
    const now = edited((text) => text.replace('{', '{\n\n  "region": "VIRGINIA_USA",'));
    expect(await placesOf({ file: kafka, refusal: atProtocol, now })).toEqual(['/security/protocol ["SASL_SSL"]']);
  });

  test('it goes with an edit of the place, and comes back with the value that was refused', async () => {
    const now = edited((text) => text.replace('"SASL_SSL"', '"SASL_SSLx"'));
    expect(await saidOf({ file: kafka, refusal: atProtocol, now })).toEqual([]);
    const back = now.replace('SASL_SSLx', 'SASL_SSL');
    expect(await placesOf({ file: kafka, refusal: atProtocol, now: back })).toEqual([
      '/security/protocol ["SASL_SSL"]',
    ]);
  });

  test('an object is as it was only with all that is in it', async () => {
    const now = edited((text) => text.replace('SCRAM-256', 'SCRAM-512'));
    expect(await placesOf({ file: kafka, refusal: wrong('authentication', 'name'), now })).toEqual([
      '/name ["orders"]',
    ]);
  });

  test('what was missing is said until it is there', async () => {
    const missing = wrong('security.brokerPublicCertificate');
    const other = edited((text) => text.replace('"orders"', '"other"'));
    expect(await placesOf({ file: kafka, refusal: missing, now: other })).toEqual([
      '/security/brokerPublicCertificate ["security"]',
    ]);
    const now = edited((text) => text.replace('"protocol"', '"brokerPublicCertificate": "", "protocol"'));
    expect(await saidOf({ file: kafka, refusal: missing, now })).toEqual([]);
  });

  test('of the whole file, any value counts, its layout and $schema do not', async () => {
    const laidOut = JSON.stringify({ $schema: './x.json', ...kafka }, null, '\t');
    expect(await placesOf({ file: kafka, refusal: {}, now: laidOut })).toEqual([' [{]']);
    const now = edited((text) => text.replace('earliest', 'latest'));
    expect(await saidOf({ file: kafka, refusal: {}, now })).toEqual([]);
  });

  test.each(['', '[]', 'null', '{', '{ "name": ', '"orders"'])('%j has nothing of it', async (now) => {
    expect(await saidOf({ file: kafka, refusal: wrong('name', 'security.protocol'), now })).toEqual([]);
    expect(await saidOf({ file: kafka, refusal: {}, now })).toEqual([]);
  });
});
