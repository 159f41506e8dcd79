// The packaged extension: nothing in it but what runs, small, and a real VS Code installs it.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { expect, test } from 'vitest';
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

test('stays below 600 KB and installs', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'streamconn-vsix-'));
  const packagePath = join(folder, 'streamconn.vsix');
  await createVSIX({ cwd, packagePath, dependencies: false });
  expect(statSync(packagePath).size).toBeLessThan(600_000);
  const code = async (...args: string[]) => {
    const all = [await installServer(), '--accept-server-license-terms', '--server-data-dir', folder, ...args];
    return (await promisify(execFile)(process.execPath, all)).stdout;
  };
  await code('--install-extension', packagePath);
  expect(await code('--list-extensions')).toContain('streamconn.streamconn');
  rmSync(folder, { recursive: true });
});
