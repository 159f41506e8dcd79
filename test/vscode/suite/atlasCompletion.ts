// Completion from Atlas: clusters, private links, roles; nothing without a sign-in, nothing that has to be waited for.
import assert from 'node:assert/strict';
import { type CompletionList, commands, type TextDocument, window } from 'vscode';
import { refusals } from '../../sandbox/reply.ts';
import type { Sandbox, SeenRequest } from '../../sandbox/sandbox.ts';
import { startAtlas, targetOf, valueAnswers } from './atlas.ts';
import { doAs, withSignedInAtlas } from './creating.ts';
import { closeAll, openFile } from './files.ts';
import { personWho } from './person.ts';
import { poll } from './poll.ts';

/** Labels and details at the mark ‸ of a file with this text. */
async function offered(document: TextDocument, offset: number): Promise<string[]> {
  const list = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(offset),
  );
  return list.items.map(({ label, detail = '' }) => `${typeof label === 'string' ? label : label.label} ${detail}`);
}

function asked(sandbox: Sandbox): readonly SeenRequest[] {
  return sandbox.requests.filter(({ url }) => url.includes('/clusters'));
}

async function openMarked(marked: string): Promise<readonly [TextDocument, number]> {
  const document = await openFile(marked.replace('‸', ''));
  return [document, marked.indexOf('‸')];
}

describe('completion from Atlas', () => {
  describe('signed in', () => {
    let sandbox: Sandbox;
    withSignedInAtlas((started) => {
      sandbox = started;
    });

    const tables: readonly (readonly [string, string, readonly string[]])[] = [
      ['clusters', '{ "type": "Cluster", "clusterName": "‸" }', ['"Shop" cluster', '"Reports" cluster · paused']],
      [
        'database roles',
        '{ "type": "Cluster", "dbRoleToExecute": { "type": "CUSTOM", "role": "‸" } }',
        ['"streamsReader" database role of the project', '"streamsWriter" database role of the project'],
      ],
      [
        'IAM roles',
        '{ "type": "S3", "aws": { "roleArn": "‸" } }',
        ['"arn:aws:iam::123456789012:role/shop-streams" authorised in the project'],
      ],
    ];
    for (const [what, marked, expected] of tables) {
      it(`${what}, once Atlas has told them`, async () => {
        const [document, offset] = await openMarked(marked);
        await poll(what, async () => {
          const found = await offered(document, offset);
          return expected.every((item) => found.includes(item));
        });
      });
    }

    it('database roles of the project that the cluster is in', async () => {
      const [, other] = sandbox.state.projects.values();
      assert.ok(other);
      other.databaseRoles.push({ roleName: 'elsewhere', actions: [] });
      const [document, offset] = await openMarked(
        `{ "type": "Cluster", "clusterGroupId": "${other.id}", "dbRoleToExecute": { "type": "CUSTOM", "role": "‸" } }`,
      );
      const role = '"elsewhere" database role of the project';
      await poll('the role', async () => (await offered(document, offset)).includes(role));
      assert.ok(!(await offered(document, offset)).some((item) => item.includes('streamsReader')));
    });

    it('private links with vendor, provider, region and state', async () => {
      const [document, offset] = await openMarked(
        '{ "type": "Kafka", "networking": { "access": { "type": "PRIVATE_LINK", "connectionId": "‸" } } }',
      );
      const found = await poll('the links', async () => {
        const items = await offered(document, offset);
        return items.some((item) => /^"[a-f0-9]{24}" CONFLUENT · AWS · us-east-1 · DONE$/.test(item)) && items;
      });
      assert.ok(found);
    });

    it('five hundred clusters, all of them', async () => {
      const { groupId } = targetOf(sandbox);
      const { clusters = [] } = sandbox.state.projects.get(groupId) ?? {};
      for (let number = 0; number < 500; number++) clusters.push({ ...clusters[0], name: `many-${number}` });
      const [document, offset] = await openMarked('{ "type": "Cluster", "clusterName": "‸" }');
      await poll('the last one', async () => (await offered(document, offset)).includes('"many-499" cluster'));
      const found = await offered(document, offset);
      assert.equal(found.filter((item) => /^"many-\d+" cluster$/.test(item)).length, 500);
    });

    const failing: readonly (readonly [string, Parameters<Sandbox['fault']>[0]])[] = [
      ['is not reached', { kind: 'hang up', times: 100 }],
      ['refuses who signs in', { kind: 'reply', reply: refusals.unauthorized, times: 100 }],
      ['answers with something else', { kind: 'not json', times: 100 }],
    ];
    for (const [what, fault] of failing) {
      it(`where Atlas ${what}, the server’s own completion comes, nobody is asked, and Atlas not again at once`, async () => {
        sandbox.fault(fault, ({ url }) => url.includes('/clusters'));
        const [document, offset] = await openMarked('{ "type": "Cluster", "clusterName": "‸" }');
        const person = personWho();
        await poll('a question to Atlas', async () => {
          assert.ok((await offered(document, offset)).includes('"Cluster0" '));
          return asked(sandbox).length > 0;
        });
        const count = await poll('an end of it', async () => {
          const before = asked(sandbox).length;
          await offered(document, offset);
          await offered(document, offset);
          return asked(sandbox).length === before && before;
        });
        assert.ok(count && count < 10, String(count));
        person.leave();
        assert.deepEqual(person.seen, []);
      });
    }

    it('a credential with new values is asked with at once, whatever came of the old ones', async () => {
      let isRefused = true;
      const reply = { kind: 'reply', reply: refusals.unauthorized, times: 100 } as const;
      sandbox.fault(reply, ({ url }) => isRefused && url.includes('/clusters'));
      const [document, offset] = await openMarked('{ "type": "Cluster", "clusterName": "‸" }');
      await poll('a refusal', async () => (await offered(document, offset)) && asked(sandbox).length > 0);
      isRefused = false;
      const answers = [[/^Atlas credentials$/, ''], ...valueAnswers(sandbox, 'serviceAccount')] as const;
      await doAs(() => commands.executeCommand('streamconn.replaceCredential'), ...answers);
      await poll('the clusters', async () => (await offered(document, offset)).includes('"Shop" cluster'));
    });

    it('Atlas is not waited for: while it is silent, the server’s own completion comes', async () => {
      sandbox.fault({ kind: 'silent', times: 10 }, ({ url }) => url.includes('/clusters'));
      const [document, offset] = await openMarked('{ "type": "Cluster", "clusterName": "‸" }');
      assert.ok((await offered(document, offset)).includes('"Cluster0" '));
      assert.equal(window.activeTextEditor?.document, document);
    });

    it('a place that Atlas knows nothing of asks nothing', async () => {
      const [document, offset] = await openMarked('{ "type": "Cluster", "name": "‸" }');
      await offered(document, offset);
      assert.deepEqual(sandbox.requests, []);
    });
  });

  it('without a credential nothing is asked', async () => {
    const sandbox = await startAtlas();
    const [document, offset] = await openMarked('{ "type": "Cluster", "clusterName": "‸" }');
    assert.ok((await offered(document, offset)).includes('"Cluster0" '));
    assert.deepEqual(sandbox.requests, []);
    await closeAll();
    await sandbox.stop();
  });
});
