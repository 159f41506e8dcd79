// Deploying looks at Atlas a second time just before it updates: what was agreed to is what is overwritten.
import assert from 'node:assert/strict';
import { commands, type TextDocument } from 'vscode';
import type { Sandbox, SeenRequest } from '../../sandbox/sandbox.ts';
import { instanceOf } from './atlas.ts';
import { confirm, confirmUpdate, isUpdate, patched, pathOf, posted, withSignedInAtlas } from './creating.ts';
import { shownDiff } from './diffs.ts';
import { openFile } from './files.ts';
import { meanwhile } from './meanwhile.ts';
import { type Answer, type Person, personWho } from './person.ts';

const webhook = { type: 'Https', name: 'webhook', url: 'https://mine.example.com' };
const goOn: Answer = [/^“webhook” in orders differs from the file/, 'Update…'];
const changedThere =
  'The connection in Atlas has changed since you were asked, so nothing was sent. This is how it is now.';

describe('the second look before an update', () => {
  let sandbox: Sandbox;
  withSignedInAtlas((started) => {
    sandbox = started;
  });

  const connections = () => instanceOf(sandbox).connections;
  const change = (values: object) => connections().set('webhook', { ...connections().get('webhook'), ...values });
  /** Deploys, while something happens at the question that matches. */
  async function deploy(question: RegExp, act: () => unknown, ...answers: Answer[]): Promise<Person> {
    const document: TextDocument = await openFile(webhook);
    const person = personWho(...answers);
    meanwhile(question, act);
    await commands.executeCommand('streamconn.deployConnection', document.uri.toString());
    assert.deepEqual(person.leave(), []);
    return person;
  }

  for (const [when, question] of [
    ['while the diff was read', /differs from the file/],
    ['while it was confirmed', /^Update the connection/],
  ] as const) {
    it(`a connection that somebody changed ${when} is shown and asked about again`, async () => {
      const other = { url: 'https://theirs.example.com' };
      const person = await deploy(question, () => change(other), goOn, confirmUpdate, goOn, [
        confirmUpdate[0],
        undefined,
      ]);
      assert.ok(person.seen.includes(changedThere));
      assert.match((await shownDiff()).left, /theirs\.example\.com/);
      assert.deepEqual(patched(sandbox), []);
      assert.equal(connections().get('webhook')?.url, other.url);
    });
  }

  it('and is updated on a new consent', async () => {
    const change1 = () => change({ url: 'https://theirs.example.com' });
    const person = await deploy(/^Update the/, change1, goOn, confirmUpdate, goOn, confirmUpdate);
    assert.match(person.seen.at(-1) ?? '', /^Updated the Https connection “webhook”/);
    assert.equal(patched(sandbox).length, 1);
  });

  it('a state that has moved on is no change', async () => {
    const person = await deploy(/^Update the/, () => change({ state: 'FAILED' }), goOn, confirmUpdate);
    assert.ok(!person.seen.includes(changedThere));
    assert.equal(patched(sandbox).length, 1);
  });

  it('one that was deleted meanwhile is asked about as one to create', async () => {
    const remove = () => connections().delete('webhook');
    const person = await deploy(/^Update the/, remove, goOn, confirmUpdate, confirm);
    assert.ok(person.seen.includes(changedThere));
    assert.match(person.seen.at(-1) ?? '', /^Created the Https connection “webhook”/);
    assert.deepEqual([patched(sandbox).length, posted(sandbox).length], [0, 1]);
  });

  it('one that is being deleted by then is not updated', async () => {
    const beginDeletion = () => {
      sandbox.state.fates.set('webhook', { deleting: 99 });
      change({ state: 'DELETING' });
    };
    const person = await deploy(/^Update the/, beginDeletion, goOn, confirmUpdate);
    assert.ok(person.seen.includes(changedThere));
    assert.match(person.seen.at(-1) ?? '', /^“webhook” in orders is being deleted, so nothing was sent\./);
    assert.deepEqual(patched(sandbox), []);
  });

  it('one that is deleted in the very moment of the update can be created instead', async () => {
    const moment = (request: SeenRequest) => isUpdate(request) && connections().delete('webhook');
    sandbox.fault({ kind: 'slow', until: Promise.resolve() }, moment);
    const instead: Answer = [/404: .*no such connection/, 'Create Instead'];
    const person = await deploy(/^never/, () => undefined, goOn, confirmUpdate, instead, confirm);
    assert.match(person.seen.at(-1) ?? '', /^Created the Https connection “webhook”/);
  });

  it('where Atlas does not tell, nothing is sent', async () => {
    const isLook = ({ method, url }: SeenRequest) => method === 'GET' && url.startsWith(`${pathOf(sandbox)}/webhook`);
    const person = await deploy(/^Update the/, () => sandbox.fault({ kind: 'not json' }, isLook), goOn, confirmUpdate);
    assert.match(person.seen.at(-1) ?? '', /not JSON, so it is not from Atlas/);
    assert.deepEqual(patched(sandbox), []);
  });
});
