// What the client keeps of the refusals of Atlas: the last one of each file, of no more files than the server.
import { expect, test } from 'vitest';
import { createKeptRefusals } from '../../../client/src/editor/languageServer/keptRefusals.ts';
import { refusedFilesAtMost } from '../../../server/src/protocol.ts';

const at = { groupId: '32b6e34b3d91647abb20e7b8', tenantName: 'orders' };
const refused = (uri: string, status = 409) => ({ params: { uri, body: { name: 'shop' }, refusal: { status } }, at });

test('the last refusal of each file is kept, in the order in which they came, until it is forgotten', () => {
  const kept = createKeptRefusals();
  kept.keep(refused('a'));
  kept.keep(refused('b'));
  kept.keep(refused('a', 400));
  expect(kept.all()).toEqual([refused('b'), refused('a', 400)]);
  expect([kept.forget('b'), kept.forget('b'), kept.forget('never')]).toEqual([true, false, false]);
  expect(kept.all()).toEqual([refused('a', 400)]);
});

test('of more files than the server keeps, the oldest are let go', () => {
  const kept = createKeptRefusals();
  for (let count = 0; count < refusedFilesAtMost + 2; count++) kept.keep(refused(`file${count}`));
  expect(kept.all().length).toBe(refusedFilesAtMost);
  expect(kept.all()[0]?.params.uri).toBe('file2');
});
