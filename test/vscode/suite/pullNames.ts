// Pull beside files and secrets that are there already: each connection has its own file, and its own names for its secrets.
import assert from 'node:assert/strict';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { instanceOf } from './atlas.ts';
import { doAs } from './creating.ts';
import type { Answer, Person } from './person.ts';
import { agree, allHere, here, pick, pull, pullAll, read, root, textOf, withPullFolder, write } from './pulling.ts';
import { forget, remember } from './secrets.ts';

const passwordIn = (name: string) => read(name).authentication.password;
const writeJson = (name: string, value: object) => write(name, JSON.stringify(value));
const lastOf = (person: Person) => person.seen.at(-1) ?? '';

const kafka = (name: string, password: string) => ({ type: 'Kafka', name, authentication: { password } });

describe('pull beside what is there', () => {
  let sandbox: Sandbox;
  withPullFolder((started) => {
    sandbox = started;
  });

  const connections = () => instanceOf(sandbox).connections;

  for (const [title, act] of [
    ['one', () => doAs(pull, pick('broker'), here)],
    ['all', () => doAs(pullAll, allHere, agree)],
  ] as const) {
    it(`${title}: another connection’s file is neither replaced nor a source of secrets, though Atlas has no such one`, async () => {
      await writeJson('broker', kafka('broker-v2', '${secret:BROKER_V2_PASSWORD}'));
      const draft = textOf('broker');
      await act();
      assert.equal(textOf('broker'), draft);
      assert.equal(passwordIn('broker-2'), '${secret:BROKER_PASSWORD}');
    });
  }

  describe('where several files say the name', () => {
    beforeEach(async () => {
      await writeJson('broker.dev', kafka('broker', '${secret:DEV}'));
      await writeJson('broker.prod', kafka('broker', '${secret:PROD}'));
    });

    it('one: it asks which, and leaves the others alone', async () => {
      const dev = textOf('broker.dev');
      const cancelled = await doAs(pull, pick('broker'), here, pick(undefined));
      assert.equal(cancelled.seen.length, 3);
      const replace: Answer = [/^Replace broker\.prod\S+\?$/, 'Replace File'];
      await doAs(pull, pick('broker'), here, pick('broker.prod'), replace);
      assert.equal(textOf('broker.dev'), dev);
      assert.equal(JSON.parse(textOf('broker.prod')).bootstrapServers, 'broker.example.com:9092');
      assert.equal(passwordIn('broker.prod'), '${secret:PROD}');
    });

    it('all: it is left out, with a word before and after', async () => {
      const files = [textOf('broker.dev'), textOf('broker.prod')];
      const leftOut = /Left out, for several files of the folder say their name: broker\. “Open As File”/;
      const person = await doAs(pullAll, allHere, [/^Pull 3 connections of orders into /, 'Pull']);
      assert.match(person.details[0] ?? '', leftOut);
      assert.match(lastOf(person), /: 3 new, 0 replaced, 0 kept as before, 0 the same already\./);
      assert.match(lastOf(person), leftOut);
      assert.match(lastOf(await doAs(pullAll, allHere)), /^All 3 files say what Atlas has\. .*Left out/);
      assert.deepEqual([textOf('broker.dev'), textOf('broker.prod')], files);
      for (const name of [...connections().keys()]) if (name !== 'broker') connections().delete(name);
      assert.match(lastOf(await doAs(pullAll, allHere)), /^Left out/);
    });
  });

  it('a name that a file of another folder has, or that is stored, is not given to a new file', async () => {
    await writeJson('dev/broker', kafka('broker', '${secret:BROKER_PASSWORD}'));
    await remember('BROKER_PASSWORD_2', 'hunter2-other');
    const toRoot: Answer = [/^Open connection as file$/, `$(folder) ${root().slice(root().lastIndexOf('/') + 1)}`];
    const person = await doAs(pull, pick('broker'), toRoot);
    assert.equal(passwordIn('broker'), '${secret:BROKER_PASSWORD_3}');
    assert.match(lastOf(person), /Store its secrets by the lenses .*: BROKER_PASSWORD_3\.$/);
    await forget('BROKER_PASSWORD_2');
  });

  it('in its own file, a connection keeps names that are stored', async () => {
    await doAs(pull, pick('broker'), here);
    await remember('BROKER_PASSWORD', 'hunter2-own');
    await writeJson('broker', { ...JSON.parse(textOf('broker')), bootstrapServers: 'other.example.com:9092' });
    await doAs(pull, pick('broker'), here, [/^Replace broker/, 'Replace File']);
    assert.equal(JSON.parse(textOf('broker')).bootstrapServers, 'broker.example.com:9092');
    assert.equal(passwordIn('broker'), '${secret:BROKER_PASSWORD}');
    await forget('BROKER_PASSWORD');
  });

  it('all: connections whose names come to the same have secrets of their own', async () => {
    for (const name of ['orders-kafka', 'orders_kafka'])
      connections().set(name, { ...connections().get('broker'), name });
    await doAs(pullAll, allHere, agree);
    const passwords = ['orders-kafka', 'orders_kafka'].map(passwordIn).toSorted();
    assert.deepEqual(passwords, ['${secret:ORDERS_KAFKA_PASSWORD_2}', '${secret:ORDERS_KAFKA_PASSWORD}']);
  });
});
