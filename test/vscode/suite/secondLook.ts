// Deploying looks at Atlas a second time just before it updates: what was agreed to is what is overwritten.
import assert from 'node:assert/strict';
import { commands, type TextDocument } from 'vscode';
import type { Sandbox, SeenRequest } from '../../sandbox/sandbox.ts';
import { instanceOf } from './atlas.ts';
import { confirm, confirmUpdate, doAs, isUpdate, patched, pathOf, posted, withSignedInAtlas } from './creating.ts';
import { goOn, openDiffs, shownDiff } from './diffs.ts';
import { openFile } from './files.ts';
import { meanwhile } from './meanwhile.ts';
import { type Answer, type Person, personWho } from './person.ts';

const webhook = { type: 'Https', name: 'webhook', url: 'https://mine.example.com' };
const changedThere =
  'The connection in Atlas has changed since you were asked, so nothing was sent. This is how it is now.';

const isSaid = ({ seen }: Person) => seen.some((message) => message.startsWith(changedThere));

describe('the second look before an update', () => {
  let sandbox: Sandbox;
  withSignedInAtlas((started) => {
    sandbox = started;
  });

  const connections = () => instanceOf(sandbox).connections;
  const change = (values: object) => connections().set('webhook', { ...connections().get('webhook'), ...values });
  /** Deploys and goes on from the diff, while something happens at the question that matches. */
  async function deploy(question: RegExp | undefined, act: () => unknown, ...answers: Answer[]): Promise<Person> {
    const document: TextDocument = await openFile(webhook);
    await commands.executeCommand('streamconn.deployConnection', document.uri.toString());
    const person = personWho(...answers);
    if (question) meanwhile(question, act);
    else await act();
    await goOn();
    assert.deepEqual(person.leave(), []);
    return person;
  }

  for (const [when, question] of [
    ['while the diff was read', undefined],
    ['while it was confirmed', /^Update the connection/],
  ] as const) {
    it(`a connection that somebody changed ${when} is shown and asked about again`, async () => {
      const other = { url: 'https://theirs.example.com' };
      const person = await deploy(question, () => change(other), confirmUpdate);
      assert.ok(isSaid(person));
      assert.match((await shownDiff()).left, /theirs\.example\.com/);
      assert.equal(openDiffs(), 1);
      assert.deepEqual(patched(sandbox), []);
      assert.equal(connections().get('webhook')?.url, other.url);
    });
  }

  it('and is updated on a new consent', async () => {
    const change1 = () => change({ url: 'https://theirs.example.com' });
    await deploy(/^Update the/, change1, confirmUpdate);
    const person = await doAs(goOn, confirmUpdate);
    assert.match(person.seen.at(-1) ?? '', /^Updated the Https connection “webhook”/);
    assert.equal(patched(sandbox).length, 1);
  });

  it('a state that has moved on is no change', async () => {
    const person = await deploy(/^Update the/, () => change({ state: 'FAILED' }), confirmUpdate);
    assert.ok(!isSaid(person));
    assert.equal(patched(sandbox).length, 1);
  });

  it('one that was deleted meanwhile is asked about as one to create', async () => {
    const remove = () => connections().delete('webhook');
    const person = await deploy(/^Update the/, remove, confirmUpdate, confirm);
    assert.ok(isSaid(person));
    assert.match(person.seen.at(-1) ?? '', /^Created the Https connection “webhook”/);
    assert.deepEqual([patched(sandbox).length, posted(sandbox).length], [0, 1]);
  });

  it('one that is being deleted by then is not updated', async () => {
    const beginDeletion = () => {
      sandbox.state.fates.set('webhook', { deleting: 99 });
      change({ state: 'DELETING' });
    };
    const person = await deploy(/^Update the/, beginDeletion, confirmUpdate);
    assert.ok(isSaid(person));
    assert.match(person.seen.at(-1) ?? '', /^“webhook” in orders is being deleted, so nothing was sent\./);
    assert.deepEqual(patched(sandbox), []);
  });

  it('one that is deleted in the very moment of the update can be created instead', async () => {
    const moment = (request: SeenRequest) => isUpdate(request) && connections().delete('webhook');
    sandbox.fault({ kind: 'slow', until: Promise.resolve() }, moment);
    const instead: Answer = [/404: .*no such connection/, 'Create Instead'];
    const person = await deploy(undefined, () => undefined, confirmUpdate, instead, confirm);
    assert.match(person.seen.at(-1) ?? '', /^Created the Https connection “webhook”/);
  });

  it('where Atlas does not tell, nothing is sent', async () => {
    const isLook = ({ method, url }: SeenRequest) => method === 'GET' && url.startsWith(`${pathOf(sandbox)}/webhook`);
    const person = await deploy(/^Update the/, () => sandbox.fault({ kind: 'not json' }, isLook), confirmUpdate);
    assert.match(person.seen.at(-1) ?? '', /not JSON, so it is not from Atlas/);
    assert.deepEqual(patched(sandbox), []);
  });
});
