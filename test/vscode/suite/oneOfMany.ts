// One file or connection of many that the language server fails with is one row; the others go on.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { compareRequest, fileOfRequest } from '../../../server/src/deployedProtocol.ts';
import { prepareRequest } from '../../../server/src/protocol.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { instanceOf } from './atlas.ts';
import { doAs, patched, posted } from './creating.ts';
import {
  changed,
  deploy,
  folderName,
  made,
  namesOf,
  shownSummary,
  webhook,
  withDeployFolder,
  withSummary,
  write,
  yes,
} from './deploying.ts';
import { accept, withPlan } from './planPick.ts';
import * as pulling from './pulling.ts';
import { withFaults } from './serverFaults.ts';

const because = 'because of an internal error. Please report what the log says.';

describe('of many', () => {
  describe('files of a folder', () => {
    let sandbox: Sandbox;
    withDeployFolder((started) => {
      sandbox = started;
    });

    it('one that cannot be checked is a row that says so, and the others are deployed', async () => {
      write({ bad: made('bad'), good: made('good'), fine: made('fine') });
      const isBad = (request: string) => request.includes(prepareRequest.method) && /\/bad\.streamconn/.test(request);
      await withFaults(isBad, async () => {
        const plans: (readonly string[])[] = [];
        const summary = withSummary(/^Deploying to orders has ended\. Cannot be sent: 1\. Created: 2\.$/);
        await doAs(async () => plans.push(...(await withPlan(deploy, accept))), yes, summary);
        const path = `${folderName()}/bad.streamconn.json`;
        assert.deepEqual(plans[0]?.[0], `[ ] ${path} | Faulty · ${path} | The file could not be checked ${because}`);
        assert.equal(plans[0]?.length, 3);
        assert.deepEqual(namesOf(posted(sandbox)), ['fine', 'good']);
        assert.match((await shownSummary()).replaceAll(/\s+/g, ' '), /bad\S+ The file could not be checked because/);
      });
    });

    it('one that cannot be compared is such a row, too', async () => {
      instanceOf(sandbox).connections.set('other', { ...webhook, name: 'other', state: 'READY' });
      write({ hook: changed, other: { ...changed, name: 'other' } });
      const isBad = (request: string) => /streamconn\/compare.*"name":"other"/.test(request);
      await withFaults(isBad, async () => {
        const plans: (readonly string[])[] = [];
        const summary = withSummary(/^Deploying to orders has ended\. Cannot be sent: 1\. Updated: 1\.$/);
        await doAs(async () => plans.push(...(await withPlan(deploy, accept))), yes, summary);
        assert.match(plans[0]?.[0] ?? '', /^\[ \] other \| Faulty · \S+ \| The file could not be checked because/);
        assert.deepEqual(namesOf(patched(sandbox)), ['webhook']);
      });
    });
  });

  describe('connections that are pulled', () => {
    pulling.withPullFolder(() => undefined);

    it('one that cannot be compared stays as it is, and is named before and after', async () => {
      for (const name of ['broker', 'webhook']) await pulling.write(name, '{ "name": "' + name + '" }');
      await withFaults(
        (request) => request.includes(compareRequest.method) && /"name":"broker"/.test(request),
        async () => {
          const keep: [RegExp, string] = [/^Replace webhook\S+\?$/, 'Keep File'];
          const person = await doAs(pulling.pullAll, pulling.allHere, pulling.agree, keep);
          const left =
            'Left unchanged because of an internal error: broker.streamconn.json. Please report what the log says.';
          assert.equal(person.details[0]?.split('\n').at(-1), left);
          assert.match(person.seen.at(-1) ?? '', /: 2 new, 0 replaced, 1 kept as before, 0 the same already\./);
          assert.ok(person.seen.at(-1)?.endsWith(left));
          assert.deepEqual(pulling.read('broker'), { name: 'broker' });
        },
      );
    });

    it('one of which no file can be made is told, and the others are there', async () => {
      await pulling.write('webhook', '{ "name": "webhook" }');
      await withFaults(
        (request) => request.includes(fileOfRequest.method) && /"name":"(broker|webhook)"/.test(request),
        async () => {
          const person = await doAs(pulling.pullAll, pulling.allHere, pulling.agree);
          const told = (name: string) => `The connection “${name}” was not pulled ${because}`;
          assert.deepEqual(
            person.seen.filter((text) => text.includes('was not pulled')),
            [told('broker'), told('webhook')],
          );
          assert.match(person.seen.at(-1) ?? '', /: 2 new, 0 replaced, 1 kept as before/);
          assert.ok(!existsSync(pulling.fileOf('broker')) && existsSync(pulling.fileOf('warehouse')));
        },
      );
    });
  });
});
