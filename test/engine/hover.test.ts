// What a hover says: text in, Markdown and the hovered text out.
import { describe, expect, test } from 'vitest';
import { MarkupContent } from 'vscode-languageserver-types';
import { certificates } from '../../server/src/certificates.ts';
import { createEngine, type Known, type PemBlock } from '../../server/src/engine/index.ts';
import { atCursor } from '../support/cursor.ts';

const engine = createEngine({ certificates });

function hoverAt(marked: string, known?: Known, asked = engine): { said: string; over: string } | null {
  const { text, position } = atCursor(marked);
  const hover = asked.hover(text, position, known);
  if (!hover) return null;
  if (!MarkupContent.is(hover.contents)) throw new Error('No Markdown');
  return { said: hover.contents.value, over: text.getText(hover.range) };
}

describe('a key', () => {
  test.each([
    ['{ "type": "Cluster", "cluster‸Name": "x" }', '"clusterName"', /`clusterName` — \*Required\*/],
    ['{ "type": "Cluster", "clusterGroup‸Id": "x" }', '"clusterGroupId"', /\*Optional\*[\s\S]*Since June 2025/],
    ['{ "ty‸pe": "Cluster" }', '"type"', /- `"Kafka"`: [\s\S]*- `"Cluster"`: /],
    ['{ "type": "Kafka", "config": { "lin‸ger.ms": "1" } }', '"linger.ms"', /sink[\s\S]*For example `"5"`/],
    ['{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "pass‸word": "x" } }', '"password"', /Secret/],
    ['{ "type": "Kafka", "authentication": { "mechanism": "PLAN", "client‸Id": "x" } }', '"clientId"', /Client id at/],
    ['{ "type": "Cluster", "i‸d": "x" }', '"id"', /Only Atlas writes it/],
    ['{ "type": "AzureBlobStorage", "azure": { "reg‸ion": "x" } }', '"region"', /\*\*Deprecated\.\*\*/],
  ])('%s', (marked, over, words) => {
    expect(hoverAt(marked)).toEqual({ over, said: expect.stringMatching(words) });
    expect(hoverAt(marked)?.said).toMatch(/\[Documentation\]\(https:\/\/www\.mongodb\.com\/docs\/[^)]+\)$/);
  });

  test.each(['{ "type": "Cluster", "unkn‸own": 1 }', '{ ‸ }', '‸', '{ "type": "Cluster" }‸', '[1, ‸2]'])(
    '%s has nothing to say',
    (marked) => expect(hoverAt(marked)).toBeNull(),
  );
});

describe('a value', () => {
  test.each([
    ['{ "type": "Clus‸ter" }', '"Cluster"', /^`"Cluster"`: An Atlas cluster/],
    [
      '{ "type": "Kafka", "security": { "protocol": "SASL‸_SSL" } }',
      '"SASL_SSL"',
      /^`"SASL_SSL"`: SASL sign-in over TLS/,
    ],
    ['{ "type": "Cluster", "clusterName": "Clu‸ster0" }', '"Cluster0"', /Name of the cluster/],
    ['{\r\n  "name": "😀",\r\n  "type": "Sam‸ple" }', '"Sample"', /^`"Sample"`: /],
  ])('%s', (marked, over, words) => {
    expect(hoverAt(marked)).toEqual({ over, said: expect.stringMatching(words) });
  });

  test('that is a secret is never repeated', () => {
    const marked = '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "password": "hun‸ter2" } }';
    expect(hoverAt(marked)?.said).not.toContain('hunter2');
  });
});

describe('a placeholder', () => {
  const inPassword = (value: string) =>
    `{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "password": "${value}" } }`;

  test.each<[string, Known | undefined, RegExp]>([
    ['${secret:K‸}', { secretNames: ['K'] }, /^Placeholder `secret:K`\. .*It is stored\./],
    ['${secret:K‸}', { secretNames: [] }, /\*\*It is not stored\.\*\*/],
    ['${secret:K‸}', undefined, /secret storage of the editor\. It is never in the file\.\n/],
    ['${env:K‸}', { secretNames: [] }, /environment: .*allowed it\.\n/],
    ['${file:a‸.pem}', undefined, /text of a file/],
    ['${what:a‸}', undefined, /This kind is not known/],
  ])('%s with %j', (value, known, words) => {
    expect(hoverAt(inPassword(value), known)?.said).toMatch(words);
  });

  test('cannot bring Markdown with it', () => {
    const said = hoverAt(inPassword('${secret:`[a](http://x)‸}'))?.said;
    expect(said).toContain('`` secret:`[a](http://x) ``');
  });
});

describe('a certificate', () => {
  const blocks: Readonly<Record<string, PemBlock>> = {
    CERTIFICATE: {
      kind: 'certificate',
      subject: 'CN=client\nO=Shop',
      issuer: 'CN=ca`*x*',
      validFrom: Date.UTC(2026, 0, 2),
      validTo: Date.UTC(2027, 0, 2),
      keyType: 'rsa',
    },
    'PRIVATE KEY': { kind: 'privateKey', keyType: 'ec', isEncrypted: false },
    'ENCRYPTED PRIVATE KEY': { kind: 'privateKey', keyType: undefined, isEncrypted: true },
  };
  const reading = createEngine({
    certificates: {
      read: (pem) => blocks[/BEGIN ([A-Z ]+)/.exec(pem)?.[1] ?? ''] ?? { kind: 'unreadable' },
      belongTogether: () => undefined,
    },
  });
  const pem = (label: string) => `-----BEGIN ${label}-----\\nQUJD\\n-----END ${label}-----\\n`;
  const inKey = (value: string) =>
    `{ "type": "Kafka", "security": { "protocol": "SSL" }, "authentication": { "sslKey": "‸${value}" } }`;

  test('says whose it is, who gave it and how long it counts', () => {
    const said = hoverAt(inKey(pem('CERTIFICATE')), undefined, reading)?.said ?? '';
    expect(said).toContain('- Subject: `CN=client O=Shop`\n- Issuer: `` CN=ca`*x* ``\n');
    expect(said).toContain('- Valid from 2026-01-02 to 2027-01-02\n- Key type: `rsa`');
  });

  test('or a key says only its kind', () => {
    const both = hoverAt(inKey(pem('PRIVATE KEY') + pem('ENCRYPTED PRIVATE KEY')), undefined, reading)?.said ?? '';
    expect(both).toMatch(/^\*\*Private key\*\*, `ec`\.\n\n\*\*Private key\*\*, encrypted with a passphrase\.\n/);
    expect(both).not.toContain('QUJD');
  });

  test('that cannot be read is said to be so, and without a reader nothing is', () => {
    expect(hoverAt(inKey(pem('CERTIFICATE')))?.said).toMatch(/^A PEM block that cannot be read\./);
    expect(hoverAt(inKey(pem('CERTIFICATE')), undefined, createEngine())?.said).not.toContain('PEM block that');
  });
});
