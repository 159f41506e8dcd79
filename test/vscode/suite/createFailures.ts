// Every way in which Create Connection fails: each has its own words, and nothing is lost.
import assert from 'node:assert/strict';
import { errorReply } from '../../sandbox/reply.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { confirm, create, isCreate, lastWordOf, posted, shownResponse, withSignedInAtlas } from './creating.ts';
import { closeAll, cluster, openFile } from './files.ts';
import { poll } from './poll.ts';

describe('create connection fails', () => {
  let sandbox: Sandbox;
  withSignedInAtlas((started) => {
    sandbox = started;
  });

  it('a refusal shows Atlas’ words, and the response on request', async () => {
    sandbox.fault({ kind: 'echo' }, isCreate);
    const secret = 'hunter2-canary';
    const document = await openFile({
      type: 'Https',
      name: 'h',
      url: 'https://example.com',
      headers: { 'X-Api-Key': secret },
    });
    const person = await create(document, confirm, [/VALIDATION_ERROR/, 'Show Response']);
    assert.ok(!person.seen.join().includes(secret));
    const response = await shownResponse();
    assert.match(response, /VALIDATION_ERROR/);
    assert.ok(!response.includes(secret));
  });

  const failures: readonly (readonly [number, string, RegExp])[] = [
    [401, 'NOT_ORG_GROUP_CREATOR', /401: .*Replace the credential, or choose the target anew/],
    [403, 'USER_UNAUTHORIZED', /403: .*needs the role Project Owner or Project Stream Processing Owner/],
    [404, 'STREAM_TENANT_NOT_FOUND_FOR_NAME', /404: .*Choose the target anew/],
    [409, 'STREAM_CONNECTION_NAME_ALREADY_EXISTS', /409: .*another name/],
    [429, 'RATE_LIMITED', /429: .*: try again in 600 s\./],
    [500, 'UNEXPECTED_ERROR', /500: .*Look whether the connection is there/],
  ];
  for (const [status, errorCode, message] of failures) {
    it(`${status} has a message of its own`, async () => {
      // Where Atlas asks to wait for so long, nobody is kept waiting.
      const headers = { 'retry-after': '600' };
      const reply = { ...errorReply(status, 'Reason', errorCode, 'Detail.'), headers };
      // A 401 is asked twice: the first may only mean that the token is too old.
      for (let time = 0; time < (status === 401 ? 2 : 1); time++) sandbox.fault({ kind: 'reply', reply }, isCreate);
      assert.match(await lastWordOf(await openFile(cluster)), message);
    });
  }

  it('not JSON, cut off, no network: each its own message', async () => {
    const document = await openFile(cluster);
    sandbox.fault({ kind: 'reply', reply: { status: 200, body: '<html>' } }, isCreate);
    assert.match(await lastWordOf(document), /^The answer is not JSON/);
    sandbox.fault({ kind: 'cut off' }, isCreate);
    assert.match(await lastWordOf(document), /^The connection broke off/);
    await sandbox.stop();
    assert.match(await lastWordOf(document), /^Atlas cannot be reached/);
  });

  it('the sandbox stops while the request is running', async () => {
    sandbox.fault({ kind: 'silent' }, isCreate);
    const creating = lastWordOf(await openFile(cluster));
    await poll('the request', () => posted(sandbox).length === 1);
    await sandbox.stop();
    assert.match(await creating, /^The connection broke off .* look in Atlas before you try again\. File: \S+\.$/);
  });

  it('the file is closed while the request is running', async () => {
    const document = await openFile(cluster);
    const { promise: until, resolve: answer } = Promise.withResolvers<void>();
    sandbox.fault({ kind: 'slow', until }, isCreate);
    const creating = lastWordOf(document);
    await poll('the request', () => posted(sandbox).length === 1);
    await closeAll();
    answer();
    assert.match(await creating, /^Created the Cluster connection “shop”/);
  });
});
