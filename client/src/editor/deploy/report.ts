// Says how a request to Atlas ended: the only place that words outcomes, with every secret masked.

import { l10n } from 'vscode';
import type { Located } from '../../../../server/src/protocol.ts';
import type { Outcome, SentConnection } from '../../core/atlas/outcome.ts';
import type { Failure } from '../../core/failure.ts';
import { describeFailure } from '../../core/failureText.ts';
import { createRedactor, type Redactor } from '../../core/redaction/redactor.ts';
import { maskSecrets, maskSecretsInText } from '../../core/redaction/secretPaths.ts';
import { withFile } from '../files/describeFile.ts';
import { openText } from '../files/liveText.ts';
import type { Uses } from '../services.ts';
import { type NextStep, tell, waysOut } from '../target/failures.ts';
import { say } from '../window/say.ts';
import type { SendQuestion } from './confirmSend.ts';
import type { Deploying } from './deploying.ts';
import { putIntoFile, showProblem } from './problem.ts';
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
export async function reportSent(services: Deploying, sending: Sending): Promise<Verb | undefined> {
  const { outcome, place, verb, request, file, unsaved } = sending;
  const redact = redactorFor(sending);
  if (outcome.kind !== 'ok') return reportFailed(services, outcome, sending, redact);
  const state = outcome.value.state ? ` ${l10n.t('Its state is {0}.', outcome.value.state)}` : '';
  const { name, tenantName } = place;
  const done = `${wordsFor(verb).done({ type: request.type ?? '', name, tenantName })}${state}`;
  const message = withFile(done, file, unsaved);
  const showResponse = l10n.t('Show Response');
  if ((await say.information(redact(message), showResponse)) !== showResponse) return undefined;
  const text = JSON.stringify(maskSecrets(outcome.value.connection, request.secretPaths), null, 2);
  await services.responses.show(name, redact(text));
  return undefined;
}

/** The failure of one of many, in words; what Atlas refused is put into the file as well, at `place`. */
export async function describeSent(
  services: Uses<'refused'>,
  failure: Failure,
  sending: Sending,
): Promise<{ readonly text: string; readonly place: Located | null }> {
  const { file } = sending;
  const redact = redactorFor(sending);
  const text = redact(describeFailure(failure));
  if (failure.kind !== 'refused') return { text, place: null };
  // VS Code closes what has no tab after a while, and only what is open has places.
  await openText(file);
  const told = await putIntoFile(services, sending, failure.error, redact);
  return { text, place: told?.place ?? null };
}

function redactorFor({ secrets, request }: Sending): Redactor {
  const redactValues = createRedactor(secrets);
  return (text) => maskSecretsInText(redactValues(text), request.secretPaths);
}

async function reportFailed(
  services: Deploying,
  failure: Failure,
  sending: Sending,
  redact: Redactor,
): Promise<Verb | undefined> {
  const steps = failure.kind === 'refused' ? await stepsAfterRefusal(services, failure, sending, redact) : [];
  const message = withFile(describeFailure(failure), sending.file, sending.unsaved);
  return tell(redact(message), [...steps, ...waysOut(services, failure, sending.place, sending.file)]);
}

async function stepsAfterRefusal(
  services: Uses<'log' | 'refused' | 'responses'>,
  { error }: Failure & { kind: 'refused' },
  sending: Sending,
  redact: Redactor,
): Promise<NextStep<Verb>[]> {
  const { file, verb, place: at } = sending;
  const { place, instead } = (await putIntoFile(services, sending, error, redact)) ?? {};
  const step = (button: string, take: () => Promise<void>): NextStep<Verb> => [
    button,
    () => take().then(() => undefined),
  ];
  return [
    ...(place ? [step(l10n.t('Show Problem'), () => showProblem(services, file, place))] : []),
    ...(instead && instead !== verb
      ? [[insteadButton(instead), () => Promise.resolve(instead)] satisfies NextStep<Verb>]
      : []),
    ...(error.body ? [step(l10n.t('Show Response'), () => services.responses.show(at.name, redact(error.body)))] : []),
  ];
}
