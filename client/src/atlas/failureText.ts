// How a failure is told to a person: what happened, what Atlas says, and what to do next.
import type { AtlasApiError, Failure, UnreachableCode } from './outcome.ts';

/** One paragraph, in which Atlas' own words may still hold a secret that was sent: redact before showing it. */
export function describeFailure(failure: Failure): string {
  switch (failure.kind) {
    case 'refused':
      return describeRefusal(failure.error);
    case 'notSignedIn':
      return `Not signed in. ${failure.reason} Replace the credential and try again.`;
    case 'unreachable':
      return `${unreachable[failure.code]}${failure.maybeDone ? ` ${look}` : ''}`;
    case 'cancelled':
      return failure.maybeDone ? `Cancelled after the request had left. ${look}` : 'Cancelled. Nothing was sent.';
  }
}

const look = 'It may have been done all the same: look in Atlas before you try again.';

const unreachable: Readonly<Record<UnreachableCode, string>> = {
  'unknown-host': 'Atlas cannot be reached: its host name is not known here. Check the network and try again.',
  'connection-refused':
    'Atlas cannot be reached: nothing answers at its address. Check the network or proxy and try again.',
  tls: 'The connection to Atlas is not trusted, so nothing was sent. Check the certificates of this machine or its proxy.',
  timeout: 'Atlas did not answer in time.',
  'cut-off': 'The connection broke off before Atlas had answered in full.',
  redirect: 'The answer was a redirect, which Atlas never sends. A proxy or a sign-in page may stand in between.',
  'too-large': 'The answer is far larger than any of Atlas’.',
  'not-json': 'The answer is not JSON, so it is not from Atlas. A proxy or a sign-in page may stand in between.',
  other: 'Talking to Atlas failed.',
};

function describeRefusal(error: AtlasApiError): string {
  const { status, reason, errorCode, detail, retryAfter } = error;
  const named = [reason, errorCode && `(${errorCode})`].filter(Boolean).join(' ');
  const said = [named || undefined, detail].filter(Boolean).map((text) => String(text).replace(/[.\s]*$/, ''));
  const next = nextStep(status, retryAfter);
  return [`Atlas refused with ${status}${said.length > 0 ? `: ${said.join(': ')}` : ''}.`, next]
    .filter(Boolean)
    .join(' ');
}

function nextStep(status: number, retryAfter: number | undefined): string | undefined {
  switch (status) {
    case 401:
      return 'The credential is wrong, or the project id is: Atlas answers both alike. Replace the credential or choose the target anew.';
    case 403:
      return (
        'The credential needs the role Project Owner or Project Stream Processing Owner (newer: Project Stream Processing ' +
        'Manager or Organization Stream Processing Admin), and this machine must be on its IP access list.'
      );
    case 404:
      return 'Choose the target anew: the project or the stream instance (workspace) is not there.';
    case 409:
      return 'Give the connection another name, or delete the one that has it.';
    case 429:
      return retryAfter === undefined
        ? 'Too many requests: wait a minute and try again.'
        : `Too many requests: try again in ${retryAfter} seconds.`;
    default:
      return status >= 500
        ? 'The fault is on Atlas’ side. Look whether the connection is there, then try again.'
        : undefined;
  }
}
