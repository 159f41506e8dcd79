// Placeholders that work, those that do not, and what their fixes make of them.
import { describe, expect, test } from 'vitest';
import { adviceOn } from '../../support/advice.ts';

const adviceFor = (value: string) =>
  adviceOn({ type: 'Https', url: 'https://api.example.com', headers: { Accept: value } }, '/headers/Accept');

test.each([
  '${secret:STORED}',
  '${env:API_KEY_2}',
  '${env:_}',
  '${env:http_proxy}',
  '${env:apiKey}',
  '${file:a/b.txt}',
  '${file:./a.txt}',
  '${file:./a/b.txt}',
  '${file:..a}',
  '$ConnectionString',
  'costs $5 {really}',
  '#{secret}',
  'a${b',
  'x ${HOME}',
])('of %s nothing is to be said', async (value) => {
  expect((await adviceFor(value)).said).toEqual([]);
});

describe('the fix', () => {
  test.each([
    ['${secrets:STORED}', 'placeholder-kind', '${secret:STORED}'],
    ['${Env:API_KEY}', 'placeholder-kind', '${env:API_KEY}'],
    ['${secret: STORED }', 'placeholder-syntax', '${secret:STORED}'],
    ['${secret:my key}', 'placeholder-syntax', '${secret:my_key}'],
    ['${env: http_proxy }', 'placeholder-syntax', '${env:http_proxy}'],
    ['${env:MY-PROXY}', 'placeholder-syntax', undefined],
    ['${secret:STORED', 'placeholder-syntax', '${secret:STORED}'],
    [' ${secret:STORED}\n', 'placeholder-syntax', '${secret:STORED}'],
    ['$(env:A)', 'placeholder-syntax', '${env:A}'],
    ['{{ secret:STORED }}', 'placeholder-syntax', '${secret:STORED}'],
    ['{file:a.pem}', 'placeholder-syntax', '${file:a.pem}'],
    ['${API_KEY}', 'placeholder-syntax', '${secret:API_KEY}'],
    ['${file:a\\b.txt}', 'placeholder-path', '${file:a/b.txt}'],
    ['${vault:x}', 'placeholder-kind', undefined],
    ['Bearer ${secret:STORED}', 'placeholder-syntax', undefined],
    ['${secret:}', 'placeholder-syntax', undefined],
    ['${env:2}', 'placeholder-syntax', undefined],
    ['${file: }', 'placeholder-syntax', undefined],
    [`\${secret:${'a'.repeat(101)}}`, 'placeholder-syntax', undefined],
  ])('of %s, which is a %s, is %s', async (value, code, meant) => {
    const { codes, fixed } = await adviceFor(value);
    expect({ codes, fixed }).toEqual({ codes: [code], fixed: meant });
  });
});

test.each(['/etc/passwd', '\\\\server\\share', 'C:/a', 'c:\\a', '../a', 'a/../../b', './../a', '~/a', '..'])(
  'a file at %s is not read',
  async (path) => {
    expect((await adviceFor(`\${file:${path}}`)).codes).toEqual(['placeholder-path']);
  },
);

test('part of a longer value is drawn as that part', async () => {
  expect((await adviceFor('a "${env:A}" ${secret:B}')).said).toEqual([
    'placeholder-syntax [${env:A}]',
    'placeholder-syntax [${secret:B}]',
  ]);
});

test('a secret that is not stored offers to store it', async () => {
  const { codes } = await adviceFor('${secret:OTHER}');
  expect(codes).toEqual(['secret-not-stored']);
});
