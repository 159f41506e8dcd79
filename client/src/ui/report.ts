// Says how a request to Atlas ended: the only place that words outcomes, with every secret masked.

import { commands, l10n, type Uri } from 'vscode';
import type { Located } from '../../../server/src/protocol.ts';
import { isSameTarget } from '../core/atlas/endpoint.ts';
import type { Outcome, SentConnection } from '../core/atlas/outcome.ts';
import type { Processor } from '../core/atlas/resources.ts';
import { type Failure, isSignInFailure, isTargetMissing } from '../core/failure.ts';
import { describeFailure } from '../core/failureText.ts';
import type { CredentialEntry, Place } from '../core/place.ts';
import { createRedactor, type Redactor } from '../core/redaction/redactor.ts';
import { maskSecrets, maskSecretsInText } from '../core/redaction/secretPaths.ts';
import type { Parts } from '../parts.ts';
import { type Deletion, nameWithState } from './confirmDeletion.ts';
import type { SendQuestion } from './confirmSend.ts';
import { askAndReplace, sayStored } from './credentials/storeCredential.ts';
import { withFile } from './files/describeFile.ts';
import { openText } from './files/liveText.ts';
import { putIntoFile, showProblem } from './problem.ts';
import { say } from './say.ts';
import { type Verb, wordsFor } from './verbs.ts';

/** What was asked and sent, which texts must not be shown, and how it ended. */
export interface Sending extends SendQuestion {
  /** Whether the text that was sent was in no file. */
  readonly unsaved: boolean;
  readonly secrets: readonly string[];
  readonly outcome: Outcome<SentConnection>;
}

/** What exists is looked at before it is overwritten. */
function insteadButton(verb: Verb): string {
  return verb === 'create' ? l10n.t('Create Instead') : l10n.t('Compare and Update');
}

/** Tells the end of a create or an update, with what can be done next; the other of the two where that is chosen. */
export async function reportSent(parts: Parts, sending: Sending): Promise<Verb | undefined> {
  const { outcome, place, verb, request, file, unsaved } = sending;
  const redact = redactorFor(sending);
  if (outcome.kind !== 'ok') return reportFailed(parts, outcome, sending, redact);
  const state = outcome.value.state ? ` ${l10n.t('Its state is {0}.', outcome.value.state)}` : '';
  const { name, tenantName } = place;
  const done = `${wordsFor(verb).done({ type: request.type ?? '', name, tenantName })}${state}`;
  const message = withFile(done, file, unsaved);
  const showResponse = l10n.t('Show Response');
  if ((await say.information(redact(message), showResponse)) !== showResponse) return undefined;
  const text = JSON.stringify(maskSecrets(outcome.value.connection, request.secretPaths), null, 2);
  await parts.responses.show(name, redact(text));
  return undefined;
}

/** The failure of one of many, in words; what Atlas refused is put into the file as well, at `place`. */
export async function describeSent(
  parts: Parts,
  failure: Failure,
  sending: Sending,
): Promise<{ readonly text: string; readonly place: Located | null }> {
  const { file } = sending;
  const redact = redactorFor(sending);
  const text = redact(describeFailure(failure));
  if (failure.kind !== 'refused') return { text, place: null };
  // VS Code closes what has no tab after a while, and only what is open has places.
  await openText(file);
  const told = await putIntoFile(parts, sending, failure.error, redact);
  return { text, place: told?.place ?? null };
}

function redactorFor({ secrets, request }: Sending): Redactor {
  const redactValues = createRedactor(secrets);
  return (text) => maskSecretsInText(redactValues(text), request.secretPaths);
}

/** A button, and what it does; the verb to go on with, if any. */
type NextStep = readonly [button: string, take: () => Promise<Verb | undefined>];

async function reportFailed(
  parts: Parts,
  failure: Failure,
  sending: Sending,
  redact: Redactor,
): Promise<Verb | undefined> {
  const steps = failure.kind === 'refused' ? await stepsAfterRefusal(parts, failure, sending, redact) : [];
  const message = withFile(describeFailure(failure), sending.file, sending.unsaved);
  return tell(redact(message), [...steps, ...waysOut(parts, failure, sending.place, sending.file)]);
}

async function tell(message: string, steps: readonly NextStep[]): Promise<Verb | undefined> {
  const answer = await say.error(message, ...steps.map(([button]) => button));
  return steps.find(([button]) => button === answer)?.[1]();
}

/** Where it is the credential or the target of `scope` that is wrong. */
function waysOut(parts: Parts, failure: Failure, place: Place, scope: Uri | null | undefined): NextStep[] {
  if (isSignInFailure(failure)) return [replaceCredential(parts, place.credential)];
  const isTarget = isTargetMissing(failure) && isTargetOf(parts, place, scope);
  return isTarget ? [[l10n.t('Choose Target'), () => chooseTarget(scope)]] : [];
}

/** Whether it is where the file or folder goes now: another place of the Connections view is asked for as it is. */
function isTargetOf({ targets }: Parts, place: Place, scope: Uri | null | undefined): boolean {
  return scope !== undefined && isSameTarget(place, targets.get(scope));
}

async function chooseTarget(scope: Uri | null | undefined): Promise<undefined> {
  await commands.executeCommand('streamconn.chooseTarget', ...(scope ? [scope.toString()] : []));
  return undefined;
}

async function stepsAfterRefusal(
  parts: Parts,
  { error }: Failure & { kind: 'refused' },
  sending: Sending,
  redact: Redactor,
): Promise<NextStep[]> {
  const { file, verb, place: at } = sending;
  const { place, instead } = (await putIntoFile(parts, sending, error, redact)) ?? {};
  const step = (button: string, take: () => Promise<void>): NextStep => [button, () => take().then(() => undefined)];
  return [
    ...(place ? [step(l10n.t('Show Problem'), () => showProblem(parts, file, place))] : []),
    ...(instead && instead !== verb
      ? [[insteadButton(instead), () => Promise.resolve(instead)] satisfies NextStep]
      : []),
    ...(error.body ? [step(l10n.t('Show Response'), () => parts.responses.show(at.name, redact(error.body)))] : []),
  ];
}

/** Asks for new values for the credential. */
export function replaceCredential(parts: Parts, credential: CredentialEntry): NextStep {
  const replace = async () => {
    await sayStored('replaced', await askAndReplace(parts, credential));
    return undefined;
  };
  return [l10n.t('Replace Credential'), replace];
}

/** Tells a failure with the ways on that there are; the one that was chosen. */
export async function reportFailure(failure: Failure, ...ways: readonly string[]): Promise<string | undefined> {
  return say.error(describeFailure(failure), ...ways);
}

/** Tells why Atlas did not say what it has; nothing where the person cancelled. `scope` is the file or folder that it was asked for. */
export async function sayNoAnswer(parts: Parts, failure: Failure, place: Place, scope?: Uri | null): Promise<void> {
  if (failure.kind === 'cancelled') return;
  const isOfView = !isTargetOf(parts, place, scope);
  // Of a project that is gone, Atlas says that the sign-in is wrong.
  if (isOfView && (isTargetMissing(failure) || isSignInFailure(failure))) parts.view.refresh();
  if (isOfView && isTargetMissing(failure)) await say.error(goneText(place));
  else await tell(describeFailure(failure), waysOut(parts, failure, place, scope));
}

/** Another target would not help. */
function goneText({ projectName, groupId, tenantName }: Place): string {
  return l10n.t(
    'The stream instance (workspace) “{tenantName}” is no longer in {projectName}, or the project itself is gone. The Connections view now shows what there is.',
    { tenantName, projectName: projectName ?? groupId },
  );
}

/** Tells why a connection was not deleted; where processors are in the way, which: `users` are those that use it. */
export async function reportDeletionFailed(
  parts: Parts,
  failure: Failure,
  { place, file }: Deletion,
  users: readonly Processor[] | undefined,
): Promise<void> {
  const isUsed = failure.kind === 'refused' && failure.error.errorCode === 'STREAM_CONNECTION_HAS_STREAM_PROCESSORS';
  const named = isUsed && users?.length ? l10n.t('It is used by {0}.', users.map(nameWithState).join(', ')) : '';
  const what =
    'maybeDone' in failure && failure.maybeDone
      ? l10n.t('Whether the connection “{0}” was deleted is not known.', place.name)
      : l10n.t('The connection “{0}” was not deleted.', place.name);
  const said = [what, describeFailure(failure), named].join(' ').trim();
  const message = file ? withFile(said, file) : said;
  await tell(message, waysOut(parts, failure, place, file));
}
