// A package that would be published with a placeholder is refused.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { withoutOwnLinks } from '../../client/packaging/package.ts';
import { placeholdersIn, refusal } from '../../client/packaging/placeholders.ts';
import { manifest } from '../support/manifest.ts';

const root = join(import.meta.dirname, '../..');
const url = 'https://github.com/acme/streamconn';
const own = { publisher: 'acme', homepage: `${url}#readme`, bugs: { url: `${url}/issues` }, repository: { url } };

test('the manifest of an own publisher and repository has no placeholder', () => {
  expect(placeholdersIn(own)).toEqual([]);
});

test.each(['publisher', 'homepage', 'bugs', 'repository'] as const)(
  'a placeholder in %s alone is found and named',
  (name) => {
    const [found = '', ...others] = placeholdersIn({ ...own, [name]: manifest[name] });
    expect([found.split('.')[0], others]).toEqual([name, []]);
    expect(refusal([found])).toContain(found);
  },
);

test('vsce builds before it packages or publishes, and is refused before that', async () => {
  const [check, build] = manifest.scripts['vscode:prepublish'].split(' && ');
  expect(build).toBe('npm run build');
  const ran = promisify(execFile)(process.execPath, [check?.replace(/^node /, '') ?? ''], { cwd: root });
  const named = placeholdersIn(manifest);
  if (named.length > 0)
    await expect(ran).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining(named.join(', ')) });
  else await ran;
});

test('npm publishes nothing', () => {
  expect(manifest.private).toBe(true);
});

test('a README without what lies beside it keeps its text and its other links', () => {
  expect(withoutOwnLinks('a\n\n![Words](docs/a.png)\n\n[Rules](docs/rules.md), [web](https://example.com)\n')).toBe(
    'a\n\nRules, [web](https://example.com)\n',
  );
  const readme = withoutOwnLinks(readFileSync(join(root, 'README.md'), 'utf8'));
  expect(readme.match(/\]\((?!https:).*\)/g)).toBeNull();
});
