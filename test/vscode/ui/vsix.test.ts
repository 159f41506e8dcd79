// The packaged extension: nothing in it but what runs, small, and a real VS Code installs it.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listFiles, PackageManager } from '@vscode/vsce';
import { expect, onTestFinished, test } from 'vitest';
import { packageWithoutRepository } from '../../../client/packaging/package.ts';
import manifest from '../../../package.json' with { type: 'json' };
import { installServer } from '../install.ts';

const cwd = join(import.meta.dirname, '../../..');

test('holds these files only', async () => {
  expect((await listFiles({ cwd, packageManager: PackageManager.None })).sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'client/icons/connection-dark.svg',
    'client/icons/connection-light.svg',
    'client/icons/extension.png',
    'client/icons/view.svg',
    'client/l10n/bundle.l10n.de.json',
    'client/l10n/bundle.l10n.zh-cn.json',
    'client/language/configuration.json',
    'client/language/grammar.json',
    'client/walkthrough/checked.svg',
    'client/walkthrough/deploy.svg',
    'client/walkthrough/file.svg',
    'client/walkthrough/secrets.svg',
    'client/walkthrough/target.svg',
    'dist/ThirdPartyNotices.txt',
    'dist/atlas.js',
    'dist/extension.js',
    'dist/rules.html',
    'dist/server.js',
    'docs/rules.md',
    'package.json',
    'package.nls.de.json',
    'package.nls.json',
    'package.nls.zh-cn.json',
  ]);
});

test('stays below 600 KB, installs, and has no link to the repository while that is a placeholder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'streamconn-vsix-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const packagePath = join(folder, 'streamconn.vsix');
  await packageWithoutRepository(packagePath);
  expect(statSync(packagePath).size).toBeLessThan(600_000);
  const code = async (...args: string[]) => {
    const all = [await installServer(), '--accept-server-license-terms', '--server-data-dir', folder, ...args];
    return (await promisify(execFile)(process.execPath, all)).stdout;
  };
  await code('--install-extension', packagePath);
  expect(await code('--list-extensions')).toContain('streamconn.streamconn');
  const installed = join(folder, 'extensions', `streamconn.streamconn-${manifest.version}`);
  const texts = readdirSync(installed).filter((file) => /^(package\.json|.+\.md)$/.test(file));
  expect(texts.length).toBe(3);
  const leading = texts.filter((file) =>
    readFileSync(join(installed, file), 'utf8').includes(new URL(manifest.homepage).pathname),
  );
  expect(leading).toEqual([]);
});
