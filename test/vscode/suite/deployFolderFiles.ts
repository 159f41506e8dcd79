// Which files Deploy Folder takes: of a folder, a selection, or the workspace.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationTarget, commands, Uri, workspace } from 'vscode';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { doAs, posted } from './creating.ts';
import { deploy, fileOf, lastOf, made, manyOf, namesOf, root, withDeployFolder, write, yes } from './deploying.ts';
import { closeFolder } from './files.ts';
import { accept, withPlan } from './planPick.ts';

describe('deploy folder: the files', () => {
  let sandbox: Sandbox;
  withDeployFolder((started) => {
    sandbox = started;
  });

  it('takes the selected files alone', async () => {
    write(manyOf(3));
    const person = await doAs(() => withPlan(() => deploy(fileOf('many0'), fileOf('many2')), accept), yes);
    assert.match(lastOf(person), /Created: 2\.$/);
    assert.deepEqual(namesOf(posted(sandbox)), ['many0', 'many2']);
  });

  it('leaves out node_modules and what is hidden', async () => {
    write({ 'node_modules/x/in': made('in'), 'hidden/away': made('away'), many0: made('many0') });
    const files = workspace.getConfiguration('files');
    await files.update('exclude', { '**/hidden': true }, ConfigurationTarget.Workspace);
    const [rows] = await withPlan(deploy, (plan) => plan.escape()).finally(() =>
      files.update('exclude', undefined, ConfigurationTarget.Workspace),
    );
    assert.deepEqual(
      rows?.map((row) => row.split(' | ')[0]),
      ['[x] many0'],
    );
  });

  it('says where there is nothing to deploy', async () => {
    assert.match(lastOf(await doAs(deploy)), /^There are no \*\.streamconn\.json files in deploy\d+\.$/);
    const outside = Uri.file(join(root(), '..'));
    assert.match(lastOf(await doAs(() => deploy(outside))), /^Choose folders or .* of this workspace/);
    const other = Uri.joinPath(fileOf('x'), '../other.json');
    writeFileSync(other.fsPath, '{}');
    assert.match(lastOf(await doAs(() => deploy(other))), /^Choose folders or .* of this workspace/);
    assert.deepEqual(
      sandbox.requests.filter(({ url }) => url.includes('/connections')),
      [],
    );
  });

  it('plans 500 files, and refuses more than that rather than some of them', async () => {
    write(manyOf(500));
    const [rows] = await withPlan(deploy, (plan) => plan.escape());
    assert.equal(rows?.filter((row) => row.startsWith('[x] many')).length, 500);
    write({ more: made('more') });
    assert.match(lastOf(await doAs(deploy)), /has more than 500 connection files, so nothing was sent/);
  });

  it('without a folder in the call, it takes the only one of the workspace', async () => {
    write({ many0: made('many0') });
    const run = () => commands.executeCommand('streamconn.deployFolder');
    const [rows] = await withPlan(run, (plan) => plan.escape());
    assert.ok(rows?.some((row) => row.startsWith('[x] many0 | Create')));
    const reopen = closeFolder();
    const person = await doAs(run).finally(reopen);
    assert.equal(lastOf(person), 'Open the folder with your *.streamconn.json files first.');
  });
});
