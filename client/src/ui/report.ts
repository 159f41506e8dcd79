// Says how a request to Atlas ended: the only place that words outcomes, with every secret masked.
import type { Uri } from 'vscode';
import { describeFailure } from '../atlas/failureText.ts';
import type { Failure, Outcome, SentConnection } from '../atlas/outcome.ts';
import type { Processor } from '../atlas/resources.ts';
import type { CredentialEntry } from '../credentials/credentialStore.ts';
import type { Parts } from '../parts.ts';
import { createRedactor, type Redactor } from '../redaction/redactor.ts';
import { maskSecrets, maskSecretsInText } from '../redaction/secretPaths.ts';
import { type Deletion, nameWithState } from './confirmDeletion.ts';
import type { SendQuestion } from './confirmSend.ts';
import { putIntoFile, showProblem } from './problem.ts';
import { say } from './say.ts';
import { askAndReplace, sayStored } from './storeCredential.ts';
import { type Verb, verbs } from './verbs.ts';

/** What was asked and sent, which texts must not be shown, and how it ended. */
export interface Sending extends SendQuestion {
  readonly file: Uri;
  readonly secrets: readonly string[];
  readonly outcome: Outcome<SentConnection>;
}

const showResponse = 'Show Response';

/** What exists is looked at before it is overwritten. */
const insteadButtons: Readonly<Record<Verb, string>> = { create: 'Create Instead', update: 'Compare and Update' };

/** Tells the end of a create or an update, with what can be done next; the other of the two where that is chosen. */
export async function reportSent(parts: Parts, sending: Sending): Promise<Verb | undefined> {
  const { outcome, name, verb, request, target } = sending;
  const redactValues = createRedactor(sending.secrets);
  const redact = (text: string) => maskSecretsInText(redactValues(text), request.secretPaths);
  if (outcome.kind !== 'ok') return reportFailed(parts, outcome, sending, redact);
  const state = outcome.value.state ? ` Its state is ${outcome.value.state}.` : '';
  const message = `${verbs[verb].done} the ${request.type ?? ''} connection “${name}” in ${target.tenantName}.${state}`;
  if ((await say.information(redact(message), showResponse)) !== showResponse) return undefined;
  const text = JSON.stringify(maskSecrets(outcome.value.connection, request.secretPaths), null, 2);
  await parts.responses.show(name, redact(text));
  return undefined;
}

/** A button, and what it does; the verb to go on with, if any. */
type NextStep = readonly [button: string, take: () => Promise<Verb | undefined>];

async function reportFailed(
  parts: Parts,
  failure: Failure,
  sending: Sending,
  redact: Redactor,
): Promise<Verb | undefined> {
  const steps = [
    ...(failure.kind === 'refused' ? await stepsAfterRefusal(parts, failure, sending, redact) : []),
    ...(isSignInFailure(failure) ? [replaceCredential(parts, sending)] : []),
  ];
  const answer = await say.error(redact(describeFailure(failure)), ...steps.map(([button]) => button));
  return steps.find(([button]) => button === answer)?.[1]();
}

async function stepsAfterRefusal(
  parts: Parts,
  { error }: Failure & { kind: 'refused' },
  { file, verb, name, request }: Sending,
  redact: Redactor,
): Promise<NextStep[]> {
  const { place, instead } = (await putIntoFile(parts, file, request, error, redact)) ?? {};
  const step = (button: string, take: () => Promise<void>): NextStep => [button, () => take().then(() => undefined)];
  return [
    ...(place ? [step('Show Problem', () => showProblem(file, place))] : []),
    ...(instead && instead !== verb
      ? [[insteadButtons[instead], () => Promise.resolve(instead)] satisfies NextStep]
      : []),
    ...(error.body ? [step(showResponse, () => parts.responses.show(name, redact(error.body)))] : []),
  ];
}

function replaceCredential(parts: Parts, { credential }: Pick<Sending, 'credential'>): NextStep {
  const replace = async () => {
    const replaced = await askAndReplace(parts, credential);
    if (replaced) await sayStored('Replaced', replaced);
    return undefined;
  };
  return ['Replace Credential', replace];
}

/** Whether new values for the credential may be what is needed. */
export function isSignInFailure(failure: Failure): boolean {
  return failure.kind === 'notSignedIn' || (failure.kind === 'refused' && failure.error.status === 401);
}

/** Tells a failure that has one way on; whether that way was chosen. */
export async function reportFailure(failure: Failure, { next }: { readonly next: string }): Promise<boolean> {
  return (await say.error(describeFailure(failure), next)) === next;
}

/** Tells why Atlas did not say what it has; nothing where the person cancelled. */
export async function reportNotRead(parts: Parts, failure: Failure, credential: CredentialEntry): Promise<void> {
  if (failure.kind === 'cancelled') return;
  const steps = isSignInFailure(failure) ? [replaceCredential(parts, { credential })] : [];
  const answer = await say.error(describeFailure(failure), ...steps.map(([button]) => button));
  await steps.find(([button]) => button === answer)?.[1]();
}

/** Tells why a connection was not deleted; where processors are in the way, which: `users` are those that use it. */
export async function reportDeletionFailed(
  parts: Parts,
  failure: Failure,
  { address, credential }: Deletion,
  users: readonly Processor[] | undefined,
): Promise<void> {
  const isUsed = failure.kind === 'refused' && failure.error.errorCode === 'STREAM_CONNECTION_HAS_STREAM_PROCESSORS';
  const named = isUsed && users?.length ? ` It is used by ${users.map(nameWithState).join(', ')}.` : '';
  const steps = isSignInFailure(failure) ? [replaceCredential(parts, { credential })] : [];
  const message = `The connection “${address.name}” was not deleted. ${describeFailure(failure)}${named}`;
  const answer = await say.error(message, ...steps.map(([button]) => button));
  await steps.find(([button]) => button === answer)?.[1]();
}
