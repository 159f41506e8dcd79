// Names in a file that would be links, pictures, HTML or code blocks in Markdown: they are shown as the text they are.
import { describe, expect, test } from 'vitest';
import { MarkupContent, MarkupKind } from 'vscode-languageserver-types';
import { type CertificateReader, createEngine } from '../../server/src/engine/index.ts';
import { toText } from '../support/cursor.ts';

const hostile = [
  '[x](command:evil)',
  '![x](http://evil.example/x.png)',
  '<img src=x onerror=evil()>',
  '<a href="command:evil">x</a>',
  '`[x](command:evil)`',
  '``` [x](command:evil)',
  '```\n[x](command:evil)\n```',
  '`` ` [x](command:evil) ` ``',
  '\n\n[x](command:evil)\n\n# evil',
  '\\`[x](command:evil)',
  '[x]: command:evil\n[x]',
  '<command:evil>',
  '$(evil) | x |\n|---|---|\n| **evil** |',
  '&#91;x&#93;(command:evil)',
  `${'`'.repeat(199)}[x](command:evil)`,
  `${'x'.repeat(195)}\`[x](command:evil)`,
];

/** A reader that finds the name in every certificate, as whoever made a certificate can write any name into it. */
const certificatesOf = (name: string): CertificateReader => ({
  read: () => ({ kind: 'certificate', subject: name, issuer: `${name}.`, validFrom: 0, validTo: 0, keyType: name }),
  belongTogether: () => true,
});

/** One Markdown text for each place of the file that has a hover. */
function hoversOf(value: object, name: string): string[] {
  const engine = createEngine({ certificates: certificatesOf(name) });
  const text = toText(JSON.stringify(value));
  const all = Array.from(text.getText(), (_, offset) =>
    engine.hover(text, text.positionAt(offset), { secretNames: [name] }),
  );
  const contents = all.flatMap((hover) => (hover ? [hover.contents] : []));
  return [...new Set(contents.map((content) => (MarkupContent.is(content) ? content.value : 'not Markdown')))];
}

/** What is left of a Markdown text without its code spans (CommonMark 6.1) and the links to pages of our own. */
function outsideOfCode(markdown: string): string {
  return markdown
    .replaceAll(/(?<!`)(`+)(?!`)(?:(?!\n\n)[\s\S])*?(?<!`)\1(?!`)/g, '')
    .replaceAll(/\[Documentation\]\(https:\/\/www\.mongodb\.com\/[^()\s]*\)/g, '');
}

const files: readonly (readonly [string, (name: string) => object, where: RegExp])[] = [
  ['a header', (name) => ({ type: 'Https', headers: { [name]: 'x' } }), /Optional/],
  ['a parameter', (name) => ({ type: 'Kafka', config: { [name]: '1' } }), /Optional/],
  ['a secret', (name) => ({ type: 'Https', url: `\${secret:${name.replaceAll(/[{}]/g, '')}}` }), /Placeholder/],
  ['a kind', (name) => ({ type: 'Https', url: `\${${name.replaceAll(/[{}:]/g, '')}:x}` }), /https/i],
  [
    'a certificate',
    () => ({
      type: 'Kafka',
      security: { brokerPublicCertificate: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----' },
    }),
    /Subject/,
  ],
];

describe.each(files)('in the name of %s', (_, toValue, where) => {
  test.each(hostile)('%j', (name) => {
    const hovers = hoversOf(toValue(name), name);
    expect(hovers.some((hover) => where.test(hover))).toBe(true);
    for (const hover of hovers) expect(outsideOfCode(hover)).not.toMatch(/evil|\]\(|<|!\[|#/);
  });
});

test('what would break out is found', () => {
  for (const broken of ['`a` [x](command:evil)', '`` a ` [x](command:evil)', '<b>', '![a](b)']) {
    expect(outsideOfCode(broken)).toMatch(/evil|\]\(|<|!\[/);
  }
  expect(outsideOfCode('`` a ` [x](command:evil) ``')).toBe('');
});

test.each(hostile)('%j: nothing but plain text in completion, diagnostics, fixes and lenses', async (name) => {
  const engine = createEngine({ certificates: certificatesOf(name) });
  const known = { secretNames: [name] };
  const text = toText(
    JSON.stringify({
      [name]: name,
      type: 'Kafka',
      name,
      bootstrapServers: name,
      authentication: { mechanism: name, password: name, sslKey: `\${secret:${name}}` },
      config: { [name]: name },
      security: { protocol: name },
    }),
  );
  const items = Array.from(text.getText(), (_, offset) => engine.complete(text, text.positionAt(offset), known).items);
  for (const { documentation, detail } of items.flat()) {
    expect(`${detail} ${JSON.stringify(documentation)}`).not.toContain('evil');
  }
  const diagnostics = await engine.diagnose(text, known);
  expect(diagnostics.length).toBeGreaterThan(2);
  for (const { message } of diagnostics) expect(typeof message).toBe('string');
  const everything = [
    ...diagnostics,
    ...engine.codeLenses(text, { secretNames: [name], targetTitle: name }),
    ...(await engine.codeActions(text, { range: { start: text.positionAt(0), end: text.positionAt(1e6) } }, known)),
    ...engine.links(text),
  ];
  expect(JSON.stringify(everything)).not.toContain(`"kind":"${MarkupKind.Markdown}"`);
  const links = engine.links(text);
  expect(links.length).toBeGreaterThan(0);
  for (const { target } of links) expect(target).toMatch(/^https:\/\/www\.mongodb\.com\//);
});
