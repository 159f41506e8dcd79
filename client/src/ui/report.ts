// Says how a request to Atlas ended: the only place that words outcomes, with every secret masked.
import { window } from 'vscode';
import { describeFailure } from '../atlas/failureText.ts';
import type { CreateOutcome, Failure } from '../atlas/outcome.ts';
import { createRedactor } from '../atlas/redact.ts';
import { replaceCredential } from '../commands/replaceCredential.ts';
import type { Parts } from '../parts.ts';
import { maskSecrets, secretsIn } from '../secretPaths.ts';
import type { CreateQuestion } from './confirmCreate.ts';

/** What was asked and sent, and which texts must not be shown. */
export interface Sent extends CreateQuestion {
  readonly body: unknown;
  readonly secrets: readonly string[];
}

const showResponse = 'Show Response';

/** Tells the end of a create, offering the answer as a document where there is one. */
export async function reportCreated(parts: Parts, outcome: CreateOutcome, sent: Sent): Promise<void> {
  const { secretPaths } = sent.request;
  const redact = createRedactor([...sent.secrets, ...secretsIn(sent.body, secretPaths)]);
  const show = (text: string) => parts.responses.show(`${sent.name}.json`, redact(text));
  if (outcome.kind === 'created') {
    const text = JSON.stringify(maskSecrets(outcome.connection, secretPaths), null, 2);
    const state = outcome.state ? ` Its state is ${outcome.state}.` : '';
    const message = `Created the ${sent.request.type ?? ''} connection “${sent.name}” in ${sent.target.tenantName}.${state}`;
    if ((await window.showInformationMessage(redact(message), showResponse)) === showResponse) await show(text);
    return;
  }
  await reportRefusedCreate(parts, outcome, redact, show);
}

async function reportRefusedCreate(
  parts: Parts,
  failure: Failure,
  redact: (text: string) => string,
  show: (text: string) => Promise<void>,
): Promise<void> {
  const replace = 'Replace Credential';
  const body = failure.kind === 'refused' ? failure.error.body : undefined;
  const signInFailed = failure.kind === 'notSignedIn' || (failure.kind === 'refused' && failure.error.status === 401);
  const buttons = [...(body ? [showResponse] : []), ...(signInFailed ? [replace] : [])];
  const answer = await window.showErrorMessage(redact(describeFailure(failure)), ...buttons);
  if (answer === showResponse && body) await show(body);
  if (answer === replace) await replaceCredential(parts);
}

/** Tells a failure that has one way on; whether that way was chosen. */
export async function reportFailure(failure: Failure, { next }: { readonly next: string }): Promise<boolean> {
  return (await window.showErrorMessage(describeFailure(failure), next)) === next;
}
