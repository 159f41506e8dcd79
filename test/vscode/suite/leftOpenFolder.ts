// Deploying a folder when things lie open for long: a message keeps nothing from being started anew, and the session may end meanwhile.
import assert from 'node:assert/strict';
import { ConfigurationTarget, workspace } from 'vscode';
import { refusals } from '../../sandbox/reply.ts';
import type { Sandbox, SeenRequest } from '../../sandbox/sandbox.ts';
import { doAs, posted } from './creating.ts';
import { changed, deploy, lastOf, made, namesOf, withDeployFolder, write, yes } from './deploying.ts';
import { meanwhile } from './meanwhile.ts';
import { personWho } from './person.ts';
import { accept, type ShownPlan, withPlan } from './planPick.ts';
import { poll } from './poll.ts';

describe('deploy folder: what lies open', () => {
  let sandbox: Sandbox;
  withDeployFolder((started) => {
    sandbox = started;
  });

  it('the message that Atlas does not tell what it has does not keep the folder from being deployed anew', async () => {
    write({ many0: made('many0') });
    const isList = ({ url }: SeenRequest) => /\/connections(\?|$)/.test(url);
    const person = personWho(yes);
    meanwhile(yes[0], () => sandbox.fault({ kind: 'reply', reply: refusals.unauthorized, times: 2 }, isList));
    const opened = new Promise<void>((resolve, reject) => {
      const leaveOpen = () => {
        resolve();
        return new Promise(() => undefined);
      };
      meanwhile(/^Atlas refused with 401/, leaveOpen);
      withPlan(deploy, accept).then(() => reject(new Error('It has ended.')), reject);
    });
    await opened;
    assert.deepEqual(person.leave(), []);
    assert.deepEqual(posted(sandbox), []);
    await doAs(() => withPlan(deploy, accept), yes);
    assert.deepEqual(namesOf(posted(sandbox)), ['many0']);
  });

  describe('the session', () => {
    const set = (value: readonly string[] | undefined) =>
      workspace.getConfiguration('http').update('noProxy', value, ConfigurationTarget.Global);
    afterEach(() => set(undefined));

    /** As when the network changes, or another window replaces the credential. */
    const endSession = async () => {
      await set(['other.example.com']);
      await poll('the session to end', () => sandbox.requests.some(({ url }) => url.endsWith('/oauth/revoke')));
    };

    it('may end while the question lies open', async () => {
      write({ hook: changed, many0: made('many0') });
      const run = () => {
        meanwhile(yes[0], endSession);
        return deploy();
      };
      const person = await doAs(() => withPlan(run, accept), yes);
      assert.equal(lastOf(person), 'Deploying to orders has ended. Created: 1. Updated: 1.');
    });

    it('may end while the plan lies open, which can be made anew', async () => {
      write({ many0: made('many0') });
      const again = async (plan: ShownPlan) => {
        await endSession();
        plan.again();
      };
      const person = await doAs(() => withPlan(deploy, again, accept), yes);
      assert.equal(lastOf(person), 'Deploying to orders has ended. Created: 1.');
    });
  });
});
