// The parts of the extension as commands need them to talk to a sandbox: no VS Code, and in place of the language server one request.

import type { AtlasCredential } from '../../client/src/core/atlas/outcome.ts';
import { createAtlasSessions } from '../../client/src/editor/credentials/atlasSessions.ts';
import { createCredentialStore } from '../../client/src/editor/credentials/credentialStore.ts';
import { createKeyring } from '../../client/src/editor/keyring/keyring.ts';
import type { Services } from '../../client/src/editor/services.ts';
import type { PreparedRequest } from '../../server/src/protocol.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { createFakeMemento, createFakeSecrets, type FakeSecrets } from './fakeSecrets.ts';
import { settings, Uri } from './fakeVscode.ts';
import { silentLog } from './silentLog.ts';

type Kind = AtlasCredential['kind'];

export interface CommandParts {
  readonly parts: Services;
  /** What VS Code stores secrets in. */
  readonly machine: FakeSecrets;
  /** What every file says; `errors`: what stands in its way. */
  readonly file: { request: PreparedRequest; errors: number };
  /** Stores a credential; gives its id. */
  signIn(kind?: Kind): Promise<string>;
}

/** The target is the instance “orders” of the first project. */
export function createCommandParts(sandbox: Sandbox): CommandParts {
  settings.user = { 'streamconn.atlas.additionalHosts': [sandbox.origin] };
  const machine = createFakeSecrets();
  const credentials = createCredentialStore(createKeyring(machine, async () => true));
  const [project] = sandbox.state.projects.values();
  const target = { groupId: project?.id ?? '', tenantName: 'orders' };
  const file = { request: requestOf({ name: 'inventory' }), errors: 0 };
  let shown: unknown;
  const parts = {
    log: silentLog,
    credentials,
    atlas: createAtlasSessions(credentials, silentLog, 'streamconn-test'),
    workspaceState: createFakeMemento(),
    targets: { get: () => target, projectName: () => undefined, rememberProjectName: async () => undefined },
    view: { refresh: () => undefined, refreshInstance: () => undefined },
    waiting: { begin: async () => undefined },
    comparisons: {
      keep: (_: string, _text: string, about?: unknown) => {
        shown = about ?? shown;
        return Uri.file('/diff.json');
      },
      about: () => shown,
    },
    prepareRequest: async () => ({ kind: 'prepared', ...file }),
    forgetRefusal: () => undefined,
    refused: async () => ({}),
    compare: async ({ connection }: { connection: object }) => ({
      upToDate: false,
      deployed: JSON.stringify(connection),
      file: '',
      immutable: [],
      uncompared: [],
      emptied: [],
    }),
  } as unknown as Services;
  return {
    parts,
    machine,
    file,
    signIn: async (kind = 'serviceAccount') => {
      const host = sandbox.origin as AtlasCredential['host'];
      const { serviceAccount, apiKey } = sandbox.state.credentials.owner;
      const values = kind === 'serviceAccount' ? { kind, ...serviceAccount } : { kind, ...apiKey };
      const stored = await credentials.add({ host, ...values }, 'prod');
      if (stored.kind === 'lost') throw new Error('The keyring is whole here.');
      return stored.entry.id;
    },
  };
}

/** A file that says this body, with its placeholders. */
export function requestOf(body: PreparedRequest['body'], placeholders: PreparedRequest['placeholders'] = []) {
  const name = typeof body.name === 'string' ? body.name : undefined;
  return { body, name, type: 'Any', placeholders, secretPaths: [] };
}
