// What is told when Atlas does not have, or does not tell, what is looked up: at the target, or at an instance of the view.

import { afterEach, expect, test, vi } from 'vitest';
import type { Failure } from '../../../client/src/core/failure.ts';
import type { Services } from '../../../client/src/editor/services.ts';
import { listDeployed, readDeployed } from '../../../client/src/editor/target/readDeployed.ts';
import { CancellationError, window } from '../../support/fakeVscode.ts';
import { broker } from '../../support/places.ts';

vi.mock('vscode', () => import('../../support/fakeVscode.ts'));

afterEach(() => void vi.restoreAllMocks());

/** What is said, with its buttons, and whether the view is drawn anew. */
async function lookUp(
  look: typeof readDeployed | typeof listDeployed,
  status: number,
  errorCode?: string,
  scope?: null,
) {
  const failure: Failure = { kind: 'refused', error: { status, body: '', ...(errorCode ? { errorCode } : {}) } };
  const said = vi.spyOn(window, 'showErrorMessage');
  const refresh = vi.fn();
  const client = { getConnection: async () => failure, listConnections: async () => failure };
  const parts = {
    atlas: { open: async () => ({ kind: 'open', client }) },
    view: { refresh },
    targets: { get: () => broker },
  };
  const found = await look(parts as unknown as Services, broker, scope).catch((error: Error) => {
    if (!(error instanceof CancellationError)) throw error;
  });
  return { found, said: said.mock.calls.flat().join(' | '), refreshed: refresh.mock.calls.length };
}

test.each(['STREAM_CONNECTION_NOT_FOUND_FOR_NAME', 'NEVER_HEARD_OF'])('%s: there is no connection', async (code) => {
  expect(await lookUp(readDeployed, 404, code)).toEqual({ found: 'absent', said: '', refreshed: 0 });
});

test.each(['STREAM_TENANT_NOT_FOUND_FOR_NAME', 'GROUP_NOT_FOUND', 'INVALID_GROUP_ID'])(
  '%s: the target is wrong, or the instance of the view is gone',
  async (code) => {
    for (const look of [readDeployed, listDeployed]) {
      const target = await lookUp(look, 404, code, null);
      expect(target).toMatchObject({ found: undefined, refreshed: 0 });
      expect(target.said).toMatch(/Choose the target anew.* \| Choose Target$/);
      vi.restoreAllMocks();
      const node = await lookUp(look, 404, code);
      expect(node).toMatchObject({ found: undefined, refreshed: 1 });
      expect(node.said).toMatch(/^The stream instance \(workspace\) “orders” is no longer in Shop, [^|]*$/);
      vi.restoreAllMocks();
    }
  },
);

test('RESOURCE_NOT_FOUND of a list, as where there is no stream processing, says nothing of the target', async () => {
  const { said, refreshed } = await lookUp(listDeployed, 404, 'RESOURCE_NOT_FOUND');
  expect(refreshed).toBe(0);
  expect(said).toMatch(/^Atlas refused with 404: \(RESOURCE_NOT_FOUND\)/);
  expect(said).not.toMatch(/no longer in Shop/);
});

test('404 without a code is from something in between: nothing is absent, gone, or to be chosen anew', async () => {
  for (const look of [readDeployed, listDeployed]) {
    for (const scope of [null, undefined]) {
      const { said, ...rest } = await lookUp(look, 404, undefined, scope);
      expect(rest).toEqual({ found: undefined, refreshed: 0 });
      expect(said).toMatch(/^Atlas refused with 404\. .*a proxy or a sign-in page may stand in between[^|]*$/);
      vi.restoreAllMocks();
    }
  }
});

test('401, which a project that is gone also comes to, draws the view anew', async () => {
  const { said, refreshed } = await lookUp(listDeployed, 401);
  expect(refreshed).toBe(1);
  expect(said).toMatch(/ \| Replace Credential$/);
  expect(await lookUp(listDeployed, 401, undefined, null)).toMatchObject({ refreshed: 0 });
});
