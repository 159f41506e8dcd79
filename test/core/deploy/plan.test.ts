// What becomes of each file of a folder: created, updated, up to date, not to be updated, faulty.
import { expect, test } from 'vitest';
import {
  isAsCompared,
  isSendable,
  type Judges,
  type PlannedFile,
  planFiles,
  type ReadFile,
} from '../../../client/src/core/deploy/plan.ts';
import { describePlanned } from '../../../client/src/core/deploy/planText.ts';
import { lookAtSources } from '../../../client/src/core/placeholders/look.ts';
import { unreadable } from '../../../client/src/core/placeholders/reader.ts';
import { createEngine } from '../../../server/src/engine/index.ts';
import { toText } from '../../support/cursor.ts';

const engine = createEngine();

const webhook = { type: 'Https', name: 'webhook', url: 'https://hooks.example.com' };
const sample = { type: 'Sample', name: 'sample_stream_solar' };

/** The files of a folder, by what stands in them. */
async function readAll(texts: Readonly<Record<string, unknown>>): Promise<ReadFile[]> {
  const all = Object.entries(texts).map(async ([path, content]) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    const reading = await engine.prepareRequest(toText(text));
    return { uri: `file:///${path}`, path, isUnsaved: path.startsWith('unsaved'), reading };
  });
  return Promise.all(all);
}

/** Secrets that are stored; a variable may not be read. */
const readers = {
  secret: {
    look: async (name: string) => ({
      kind: 'usable' as const,
      ...(name === 'STORED' ? {} : { note: 'not stored: you will be asked' }),
    }),
    read: async () => unreadable('nothing is read here.'),
  },
  env: { look: async () => unreadable('reading it is off.'), read: async () => unreadable('nothing is read here.') },
};

const compare: Judges['compare'] = async ({ body, connection }) => engine.compare(body, connection);

async function planOf(files: readonly ReadFile[], deployed: readonly object[] = []): Promise<readonly PlannedFile[]> {
  return planFiles(files, deployed as Record<string, unknown>[], {
    compare,
    look: (_, { placeholders }) => lookAtSources(placeholders, readers),
  });
}

/** The plan in lines: what happens, to which file, what is said of it. */
async function plan(texts: Readonly<Record<string, unknown>>, deployed: readonly object[] = []): Promise<string[]> {
  const planned = await planOf(await readAll(texts), deployed);
  return planned.map((one) => [one.step.kind, one.file.path, ...describePlanned(one)].join(' | '));
}

test('what Atlas has not is created, what differs updated, what is the same left; the rest says why', async () => {
  const deployed = [
    { ...webhook, id: 'x', state: 'READY' },
    { ...sample, id: 'y', state: 'READY' },
  ];
  const texts = {
    'same.json': sample,
    'other.json': { ...webhook, url: 'https://new.example.com' },
    'new.json': { ...webhook, name: 'another' },
    'broken.json': '{',
  };
  expect(await plan(texts, deployed)).toEqual([
    'faulty | broken.json | This file is not JSON yet.',
    'update | other.json',
    'create | new.json',
    'upToDate | same.json',
  ]);
});

test('what is not READY says so, and comes first of what nothing is to be done with', async () => {
  const states = { failed: 'FAILED', pending: 'PENDING', ready: 'READY', update: 'FAILED', immutable: 'FAILED' };
  const deployed = Object.entries(states).map(([name, state]) => ({ ...webhook, name, state }));
  const same = (name: string) => ({ ...webhook, name });
  const texts = {
    'a.json': same('ready'),
    'b.json': same('failed'),
    'c.json': same('pending'),
    'd.json': { ...webhook, name: 'update', url: 'https://new.example.com' },
    'e.json': { ...sample, name: 'immutable' },
  };
  const failed =
    'Its state is FAILED. Atlas does not say why: check what it connects to, then update it, or delete it and create it anew.';
  expect(await plan(texts, deployed)).toEqual([
    expect.stringMatching(/^immutable \| e\.json \| This stays .* \| Its state is FAILED\.$/),
    `update | d.json | ${failed}`,
    `upToDate | b.json | ${failed}`,
    'upToDate | c.json | Its state is PENDING. Atlas is still setting it up: look again later.',
    'upToDate | a.json',
  ]);
});

test('what is being deleted is neither up to date nor updated', async () => {
  const said = 'The connection is being deleted in Atlas. Deploy the file once it is gone.';
  const deployed = [{ ...webhook, state: 'DELETING' }];
  for (const file of [webhook, { ...webhook, url: 'https://new.example.com' }, { ...sample, name: 'webhook' }])
    expect(await plan({ 'a.json': file }, deployed)).toEqual([`faulty | a.json | ${said}`]);
});

test('a type that changes cannot be updated, and says what to do', async () => {
  expect(await plan({ 'a.json': { ...sample, name: 'webhook' } }, [webhook])).toEqual([
    'immutable | a.json | This stays as it was created: type. Deploy the file alone to delete the connection and create it anew.',
  ]);
});

test('two files with one connection are both named, though one of them has errors', async () => {
  expect(await plan({ 'a.json': webhook, 'b.json': { ...webhook, url: 3 }, 'c.json': sample })).toEqual([
    'faulty | a.json | The connection “webhook” is also in b.json. Keep one of them, or give them different names.',
    'faulty | b.json | The connection “webhook” is also in a.json. Keep one of them, or give them different names.',
    'create | c.json',
  ]);
});

test('names that differ in their case are different connections', async () => {
  expect(await plan({ 'a.json': webhook, 'b.json': { ...webhook, name: 'Webhook' } })).toEqual([
    'create | a.json',
    'create | b.json',
  ]);
});

test.each([
  ['no name', { type: 'Sample' }, 'The file has no "name". Write one into it.'],
  ['no object', [1], 'A connection is a JSON object, { … }.'],
  [
    'a name that is a placeholder',
    { ...sample, name: '${secret:STORED}' },
    'The name of the connection is a placeholder. Write the name itself into the file.',
  ],
  [
    'one error',
    { ...webhook, url: 3 },
    'It has one error that Atlas would refuse. Correct it, or deploy the file alone to send it anyway.',
  ],
  ['a variable that may not be read', { ...webhook, url: '${env:URL}' }, '${env:URL}: reading it is off.'],
])('%s is a fault', async (_, content, said) => {
  expect(await plan({ 'a.json': content })).toEqual([`faulty | a.json | ${said}`]);
});

test('what cannot be read, or is not open as a connection, is a fault', async () => {
  const files = (['unreadable', 'notOpen'] as const).map((kind) => ({
    uri: kind,
    path: kind,
    isUnsaved: false,
    reading: { kind },
  }));
  const faults = (await planOf(files)).map(({ step }) => step.kind === 'faulty' && step.fault.kind);
  expect(faults).toEqual(['otherLanguage', 'unreadable']);
});

test('secrets that will be asked for and changes that are not saved are said beforehand', async () => {
  const headers = { a: '${secret:STORED}', b: '${secret:NEW}' };
  expect(await plan({ 'unsaved.json': { ...webhook, headers } })).toEqual([
    'create | unsaved.json | Has unsaved changes: what the editor shows is sent, and what is on the disk is not. | Not stored, so you will be asked for: NEW.',
  ]);
});

test('warnings are no reason not to send', async () => {
  expect(await plan({ 'a.json': { ...sample, unheardOf: 1 } })).toEqual(['create | a.json']);
});

test.each([
  ['as it was', webhook, true],
  ['in another state', { ...webhook, state: 'FAILED' }, true],
  ['changed by somebody', { ...webhook, url: 'https://theirs.example.com' }, false],
  ['being deleted', { ...webhook, state: 'DELETING' }, false],
  ['deleted', undefined, false],
])('before an update, what is in Atlas is looked at once more: %s', async (_, now, isSame) => {
  const files = await readAll({ 'a.json': { ...webhook, url: 'https://new.example.com' } });
  const [planned] = await planOf(files, [{ ...webhook, state: 'READY' }]);
  expect(planned?.step.kind).toBe('update');
  expect(planned && isSendable(planned.step) && (await isAsCompared(planned.step, now, compare))).toBe(isSame);
});

test('what is to be created is for Atlas to refuse', async () => {
  const [planned] = await planOf(await readAll({ 'a.json': sample }));
  expect(planned && isSendable(planned.step) && (await isAsCompared(planned.step, sample, compare))).toBe(true);
});
