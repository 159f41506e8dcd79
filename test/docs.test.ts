// What the documents say of the project's own files is true.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

test('each test that the threat model names is there', () => {
  const named = [...read('docs/security.md').matchAll(/`([\w/.]+\.ts)`/g)].map((match) => match[1] ?? '');
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((file) => !existsSync(join(root, 'test', file)))).toEqual([]);
});

test.each(['README.md', 'CONTRIBUTING.md', 'schemas/README.md', 'docs/security.md'])(
  'each link of %s leads somewhere',
  (file) => {
    const targets = [...read(file).matchAll(/\]\((?!https?:|command:)([^)#]+)/g)].map((match) => match[1] ?? '');
    expect(targets.filter((target) => !existsSync(join(root, file, '..', target)))).toEqual([]);
  },
);

test('every setting is in README.md', () => {
  const { contributes } = JSON.parse(read('package.json'));
  const settings = contributes.configuration.flatMap(({ properties }: { properties: object }) =>
    Object.keys(properties),
  );
  expect(settings.filter((name: string) => !read('README.md').includes(name))).toEqual([]);
});
