// Sends the open connection file to Atlas: prepare, target, credential, confirm, send, report.
import { type Uri, window } from 'vscode';
import { checkGroupId, checkTenantName } from '../atlas/endpoint.ts';
import type { CreateOutcome } from '../atlas/outcome.ts';
import type { CredentialEntry } from '../credentials/credentialStore.ts';
import type { Parts } from '../parts.ts';
import { resolvePlaceholders } from '../placeholders/resolve.ts';
import { requestQuery } from '../settings.ts';
import type { ChosenTarget } from '../targetStore.ts';
import { askPrepared } from '../ui/askPrepared.ts';
import { askProjectName } from '../ui/askProjectName.ts';
import { confirmCreate } from '../ui/confirmCreate.ts';
import { credentialInUse } from '../ui/pickCredential.ts';
import { placeholderReaders } from '../ui/placeholderReaders.ts';
import { withProgress } from '../ui/progress.ts';
import { reportCreated, type Sent } from '../ui/report.ts';
import { chooseTargetWith } from './chooseTarget.ts';

/** Files that are on their way: a lens that is clicked twice starts it once. */
const underway = new Set<string>();

/** `uri` is the file's; without it, the file in the active editor. Every cancelled step ends it with nothing sent. */
export async function createConnection(parts: Parts, uri: Uri | undefined): Promise<void> {
  const file = uri ?? window.activeTextEditor?.document.uri;
  const key = String(file);
  if (underway.has(key)) return;
  underway.add(key);
  const ended = await askAndSend(parts, file).finally(() => underway.delete(key));
  if (ended) await reportCreated(parts, ended.outcome, ended.sent);
}

async function askAndSend(
  parts: Parts,
  file: Uri | undefined,
): Promise<{ readonly outcome: CreateOutcome; readonly sent: Sent } | undefined> {
  const prepared = await askPrepared(parts, file);
  if (!file || !prepared) return undefined;
  const credential = await credentialInUse(parts);
  const target = credential && (await targetInUse(parts, credential));
  if (!target) return undefined;
  const session = await parts.atlas.open(credential);
  if (session.kind === 'unavailable') {
    await window.showErrorMessage(session.reason);
    return undefined;
  }
  const project = await askProjectName(parts, session.client, target.groupId);
  if (project.kind === 'cancelled') return undefined;
  const question = { ...prepared, host: credential.host, target, projectName: project.name };
  if (!(await confirmCreate(question))) return undefined;

  const { body, placeholders } = prepared.request;
  const resolved = await resolvePlaceholders(body, placeholders, placeholderReaders(parts, file));
  if (resolved.kind === 'cancelled') return undefined;
  if (resolved.kind === 'unresolved') {
    await window.showErrorMessage(`Nothing was sent. ${resolved.reason}`);
    return undefined;
  }
  const full = { ...resolved.body, name: prepared.name };
  const outcome = await withProgress(`Creating the connection ${prepared.name} in Atlas…`, (signal) =>
    session.client.createConnection({ host: session.host, ...target }, full, requestQuery(), signal),
  );
  return { outcome, sent: { ...question, body: full, secrets: [...session.secrets, ...resolved.values] } };
}

async function targetInUse(parts: Parts, credential: CredentialEntry): Promise<ChosenTarget | undefined> {
  const target = parts.targets.get();
  if (!target) return chooseTargetWith(parts, credential);
  const wrong = checkGroupId(target.groupId) ?? checkTenantName(target.tenantName);
  if (!wrong) return target;
  const chooseAnew = 'Choose Target';
  const answer = await window.showErrorMessage(`The target in the settings cannot be used. ${wrong}`, chooseAnew);
  return answer === chooseAnew ? chooseTargetWith(parts, credential) : undefined;
}
