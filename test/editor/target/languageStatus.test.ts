// The lines beside the language in the status bar follow what they tell, whoever changes it.

import { beforeEach, expect, test, vi } from 'vitest';
import type { LanguageStatusItem } from 'vscode';
import type { AtlasCredential } from '../../../client/src/core/atlas/outcome.ts';
import { createCredentialStore } from '../../../client/src/editor/credentials/credentialStore.ts';
import { chooseCredential } from '../../../client/src/editor/credentials/pickCredential.ts';
import { createKeyring } from '../../../client/src/editor/keyring/keyring.ts';
import type { Services } from '../../../client/src/editor/services.ts';
import { createLanguageStatus } from '../../../client/src/editor/target/languageStatus.ts';
import { createFakeMemento, createFakeSecrets, type FakeSecrets } from '../../support/fakeSecrets.ts';
import { languageStatus } from '../../support/fakeVscode.ts';
import { personWho } from '../../vscode/suite/person.ts';

vi.mock('vscode', () => import('../../support/fakeVscode.ts'));

let parts: Services;
let machine: FakeSecrets;

beforeEach(() => {
  machine = createFakeSecrets();
  const credentials = createCredentialStore(createKeyring(machine, async () => true));
  const targets = { title: () => 'Shop / orders', onDidChange: () => ({ dispose: () => undefined }) };
  parts = { credentials, targets, workspaceState: createFakeMemento() } as unknown as Services;
});

async function add(label: string): Promise<void> {
  const host = 'https://cloud.mongodb.com' as AtlasCredential['host'];
  await parts.credentials.add({ kind: 'apiKey', host, publicKey: label, privateKey: 'x' }, label);
}

const line = () => {
  const { text, command } = languageStatus.get('streamconn.credential') as LanguageStatusItem;
  return [text, command?.title];
};

test('who signs in is told as soon as there is one, or one is chosen', async () => {
  const status = createLanguageStatus(parts, '2025-02-19');
  await expect.poll(line).toEqual(['Not signed in', 'Add Credential']);
  await add('prod');
  await expect.poll(line).toEqual(['prod', 'Test']);
  await add('dev');
  await expect.poll(line).toEqual(['2 credentials', 'Choose Target']);
  const person = personWho([/^Atlas credentials$/, 'dev']);
  await chooseCredential(parts);
  expect(person.leave()).toEqual([]);
  await expect.poll(line).toEqual(['dev', 'Test']);
  status.dispose();
  expect(languageStatus.size).toBe(0);
});

test('a credential that VS Code could not decrypt is told as such, with the way to replace that very one', async () => {
  const status = createLanguageStatus(parts, '2025-02-19');
  await add('prod');
  await expect.poll(line).toEqual(['prod', 'Test']);
  const [{ id } = { id: '' }] = await parts.credentials.list();
  machine.fault = 'cannot decrypt';
  await parts.credentials.read(id);
  await expect.poll(line).toEqual(['prod', 'Replace Credential']);
  const { detail, command } = languageStatus.get('streamconn.credential') as LanguageStatusItem;
  expect([detail, command?.arguments]).toEqual(['No longer stored', [undefined, id]]);
  status.dispose();
});
