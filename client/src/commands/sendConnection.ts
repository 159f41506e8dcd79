// Sends the open connection file to Atlas, as a new connection or over the one of its name: ask, send, report.
import { type Uri, window } from 'vscode';
import { checkGroupId, checkTenantName } from '../atlas/endpoint.ts';
import type { CredentialEntry } from '../credentials/credentialStore.ts';
import type { Parts } from '../parts.ts';
import { resolvePlaceholders } from '../placeholders/resolve.ts';
import { secretsIn } from '../redaction/secretPaths.ts';
import { requestQuery } from '../settings.ts';
import type { ChosenTarget } from '../targetStore.ts';
import { askPrepared } from '../ui/askPrepared.ts';
import { askProjectName } from '../ui/askProjectName.ts';
import { confirmSend } from '../ui/confirmSend.ts';
import { openSession } from '../ui/openSession.ts';
import { credentialInUse } from '../ui/pickCredential.ts';
import { placeholderReaders } from '../ui/placeholderReaders.ts';
import { withProgress } from '../ui/progress.ts';
import { reportSent, type Sending } from '../ui/report.ts';
import { say } from '../ui/say.ts';
import { type Verb, verbs } from '../ui/verbs.ts';
import { chooseTargetWith } from './chooseTarget.ts';

/** Files that are on their way: a lens that is clicked twice starts it once. */
const underway = new Set<string>();

/** `uri` is the file's; without it, the file in the active editor. Every cancelled step ends it with nothing sent. */
export function createConnection(parts: Parts, uri: Uri | undefined): Promise<void> {
  return sendConnection(parts, uri, 'create');
}

/** The same for the connection that has the file's name already. */
export function updateConnection(parts: Parts, uri: Uri | undefined): Promise<void> {
  return sendConnection(parts, uri, 'update');
}

async function sendConnection(parts: Parts, uri: Uri | undefined, verb: Verb): Promise<void> {
  const file = uri ?? window.activeTextEditor?.document.uri;
  const key = String(file);
  if (underway.has(key)) return;
  underway.add(key);
  const ended = await askAndSend(parts, file, verb).finally(() => underway.delete(key));
  const instead = ended && (await reportSent(parts, ended));
  if (instead) await sendConnection(parts, file, instead);
}

async function askAndSend(parts: Parts, file: Uri | undefined, verb: Verb): Promise<Sending | undefined> {
  const prepared = await askPrepared(parts, file, verb);
  if (!file || !prepared) return undefined;
  const credential = await credentialInUse(parts);
  const target = credential && (await targetInUse(parts, credential));
  if (!target) return undefined;
  const session = await openSession(parts, credential);
  if (!session) return undefined;
  const project = await askProjectName(parts, session.client, target.groupId);
  if (project.kind === 'cancelled') return undefined;
  const known = { ...prepared, verb, credential, target, file };
  if (project.kind === 'failed') return { ...known, projectName: undefined, secrets: [], outcome: project.failure };
  const question = { ...known, projectName: project.name };
  if (!(await confirmSend(parts, file, question))) return undefined;

  const { body, placeholders } = prepared.request;
  const resolved = await resolvePlaceholders(body, placeholders, placeholderReaders(parts, file));
  if (resolved.kind === 'cancelled') return undefined;
  if (resolved.kind === 'unresolved') {
    await say.error(`Nothing was sent. ${resolved.reason}`);
    return undefined;
  }
  const full = { ...resolved.body, name: prepared.name };
  const secrets = [...resolved.values, ...secretsIn(full, prepared.request.secretPaths)];
  const options = { ...requestQuery(), secrets };
  await parts.sending(file.toString());
  const outcome = await withProgress(`${verbs[verb].begun} the connection ${prepared.name} in Atlas…`, (call) =>
    verb === 'create'
      ? session.client.createConnection(target, full, options, call)
      : session.client.updateConnection(target, prepared.name, full, options, call),
  );
  return { ...question, secrets, outcome };
}

async function targetInUse(parts: Parts, credential: CredentialEntry): Promise<ChosenTarget | undefined> {
  const target = parts.targets.get();
  if (!target) return chooseTargetWith(parts, credential);
  const wrong = checkGroupId(target.groupId) ?? checkTenantName(target.tenantName);
  if (!wrong) return target;
  const chooseAnew = 'Choose Target';
  const answer = await say.error(`The target in the settings cannot be used. ${wrong}`, chooseAnew);
  return answer === chooseAnew ? chooseTargetWith(parts, credential) : undefined;
}
