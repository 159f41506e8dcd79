// The sandbox Atlas of one test, and the settings that let the extension talk to it.
import { ConfigurationTarget, commands, workspace } from 'vscode';
import type { AtlasCredential } from '../../../client/src/core/atlas/outcome.ts';
import { createSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import type { Instance, Role } from '../../sandbox/state.ts';
import { type Answer, personWho } from './person.ts';

export type SignInKind = AtlasCredential['kind'];

const settings = () => workspace.getConfiguration('streamconn');

/** A sandbox that the user's settings allow, and its first instance as the target where `withTarget` says so. */
export async function startAtlas({ withTarget = true } = {}): Promise<Sandbox> {
  const sandbox = await createSandbox();
  await settings().update('atlas.additionalHosts', [sandbox.origin], ConfigurationTarget.Global);
  const { groupId, tenantName } = targetOf(sandbox);
  await setTarget(withTarget ? groupId : undefined, withTarget ? tenantName : undefined);
  return sandbox;
}

export async function setTarget(groupId: string | undefined, tenantName: string | undefined): Promise<void> {
  await settings().update('projectId', groupId, ConfigurationTarget.Workspace);
  await settings().update('instance', tenantName, ConfigurationTarget.Workspace);
}

/** The target that tests create connections in. */
export function targetOf(sandbox: Sandbox): { groupId: string; tenantName: string } {
  const [project] = sandbox.state.projects.values();
  return { groupId: project?.id ?? '', tenantName: 'orders' };
}

/** What the target has, as the sandbox keeps it. */
export function instanceOf(sandbox: Sandbox): Instance {
  const { groupId, tenantName } = targetOf(sandbox);
  const found = sandbox.state.projects.get(groupId)?.instances.get(tenantName);
  if (!found) throw new Error('The sandbox has no such instance.');
  return found;
}

/** The answers with which a person signs in to the sandbox, leaving the proposed label as it is. */
export function signInAnswers(
  sandbox: Sandbox,
  kind: SignInKind,
  role: Role = 'owner',
  label = labelOf(sandbox, kind, role),
): Answer[] {
  return [
    [/^Sign in to Atlas: where$/, sandbox.origin],
    [/: how$/, kind === 'serviceAccount' ? 'Service account' : 'API key'],
    ...valueAnswers(sandbox, kind, role),
    [/^Label: /, label],
  ];
}

/** The answers to the boxes for the values alone. */
export function valueAnswers(sandbox: Sandbox, kind: SignInKind, role: Role = 'owner'): Answer[] {
  const { serviceAccount, apiKey } = sandbox.state.credentials[role];
  return kind === 'serviceAccount'
    ? partsOf('Client id', 'Client secret', serviceAccount)
    : partsOf('Public key', 'Private key', apiKey);
}

function partsOf(open: string, secret: string, values: object): Answer[] {
  const [first, second] = Object.values(values) as string[];
  return [
    [new RegExp(`^${open}: `), first],
    [new RegExp(`^${secret}: .*\\(masked\\)$`), second],
  ];
}

/** Stores a credential for the sandbox as a person does. */
export async function signIn(
  sandbox: Sandbox,
  kind: SignInKind,
  role: Role = 'owner',
  label = labelOf(sandbox, kind, role),
): Promise<void> {
  const person = personWho(...signInAnswers(sandbox, kind, role, label));
  await commands.executeCommand('streamconn.addCredential');
  person.leave();
}

/** Removes the stored credential of that label. */
export async function signOut(label: string): Promise<string[]> {
  const person = personWho([/^Atlas credentials$/, label], [/^Remove the credential /, 'Remove']);
  await commands.executeCommand('streamconn.removeCredential');
  person.leave();
  return person.seen;
}

/** The client id or the public key, by which a credential is called where the person gives no label. */
export function labelOf(sandbox: Sandbox, kind: SignInKind, role: Role = 'owner'): string {
  const { serviceAccount, apiKey } = sandbox.state.credentials[role];
  return kind === 'serviceAccount' ? serviceAccount.clientId : apiKey.publicKey;
}
