// What is told of the sources of a body before anything of them is read.
import { expect, test } from 'vitest';
import { lookAtSources } from '../../../client/src/core/placeholders/look.ts';
import { type Readers, unreadable, whenTrusted } from '../../../client/src/core/placeholders/reader.ts';
import { resolvePlaceholders } from '../../../client/src/core/placeholders/resolve.ts';

const neverRead = async (): Promise<never> => {
  throw new Error('was read');
};
const readers: Readers = {
  secret: {
    look: async (name) => ({ kind: 'usable', ...(name === 'OLD' ? {} : { note: 'not stored' }) }),
    read: neverRead,
  },
  file: { look: async () => unreadable('there is none.'), read: neverRead },
};
const use = (kind: string, name: string) => ({ pointer: `/${name}`, kind, name });

test('each source once, in the order of the body, with what there is to know', async () => {
  expect(await lookAtSources([use('secret', 'OLD'), use('secret', 'NEW'), use('secret', 'OLD')], readers)).toEqual({
    kind: 'usable',
    sources: [
      { kind: 'secret', name: 'OLD', note: undefined },
      { kind: 'secret', name: 'NEW', note: 'not stored' },
    ],
  });
});

test.each([
  [use('file', 'x.pem'), '${file:x.pem}: there is none.'],
  [use('vault', 'x'), '${vault:x}: there is no such kind of placeholder. Use ${secret:…}, ${file:…}.'],
])('one that cannot be used: %j', async (placeholder, reason) => {
  expect(await lookAtSources([use('secret', 'OLD'), placeholder], readers)).toEqual({ kind: 'unusable', reason });
});

test('in a workspace that is not trusted nothing is looked at and nothing is read, from then on', async () => {
  let isTrusted = true;
  const guarded = whenTrusted(() => isTrusted, readers);
  const body = { OLD: '${secret:OLD}' };
  expect((await lookAtSources([use('secret', 'OLD')], guarded)).kind).toBe('usable');
  isTrusted = false;
  const reason = '${secret:OLD}: this workspace is not trusted. Trust it first.';
  expect(await lookAtSources([use('secret', 'OLD')], guarded)).toEqual({ kind: 'unusable', reason });
  expect(
    await resolvePlaceholders({ body, placeholders: [use('secret', 'OLD')], maySecretStandAt: () => true }, guarded),
  ).toEqual({
    kind: 'unresolved',
    reason,
  });
});
