// How a failure is told to a person: what happened, what Atlas says, and what to do next.
import type { AtlasApiError, Failure, UnreachableCode } from './outcome.ts';

/** One paragraph, in which Atlas' own words may still hold a secret that was sent: redact before showing it. */
export function describeFailure(failure: Failure): string {
  switch (failure.kind) {
    case 'refused':
      return describeRefusal(failure.error);
    case 'notSignedIn':
      return `Not signed in. ${failure.reason} Replace the credential and try again.`;
    case 'unusableName':
      return `Nothing was sent: “${shorten(failure.name)}” cannot be part of an address in Atlas. Use another name.`;
    case 'unreachable':
      return `${unreachable[failure.code]}${failure.maybeDone ? ` ${look}` : ''}`;
    case 'cancelled':
      return failure.maybeDone
        ? `Cancelled after the request had left. ${look}`
        : 'Cancelled. Nothing was done in Atlas.';
  }
}

const look = 'It may have been done all the same: look in Atlas before you try again.';

const unreachable: Readonly<Record<UnreachableCode, string>> = {
  'unknown-host': 'Atlas cannot be reached: its host name is not known here. Check the network and try again.',
  'connection-refused':
    'Atlas cannot be reached: nothing answers at its address. Check the network or proxy and try again.',
  proxy: 'The proxy does not let this through. Check the settings “http.proxy” and “http.proxyAuthorization”.',
  tls:
    'The connection to Atlas is not trusted, so nothing was sent. Where a proxy inspects your connections, name its ' +
    'certificate authority in the setting “streamconn.atlas.caFile”.',
  timeout: 'Atlas did not answer in time.',
  'cut-off': 'The connection broke off before Atlas had answered in full.',
  redirect: 'The answer was a redirect, which Atlas never sends. A proxy or a sign-in page may stand in between.',
  'too-large': 'The answer is far larger than any of Atlas’.',
  'not-http': 'The answer is not HTTP, so it is not from Atlas. Check the network or proxy.',
  'not-json': 'The answer is not JSON, so it is not from Atlas. A proxy or a sign-in page may stand in between.',
  other: 'Talking to Atlas failed.',
};

function describeRefusal(error: AtlasApiError): string {
  const { status, reason, errorCode, detail, badRequestDetail } = error;
  const named = [reason, errorCode && `(${errorCode})`].filter(Boolean).join(' ');
  const fields = badRequestDetail?.fields.map(({ field, description }) => `${field}: ${description}`).join('; ');
  const said = [named || undefined, detail, fields].filter(Boolean).map((text) => String(text).replace(/[.\s]*$/, ''));
  const next = stepsByCode[errorCode ?? ''] ?? nextStep(error);
  return [`Atlas refused with ${status}${said.length > 0 ? `: ${said.join(': ')}` : ''}.`, next]
    .filter(Boolean)
    .join(' ');
}

/** The codes of streams whose next step the status alone does not tell (facts: errors). */
const stepsByCode: Readonly<Record<string, string>> = {
  STREAM_CONNECTION_NAME_ALREADY_EXISTS: 'Give the connection another name, or update the one that has it.',
  STREAM_CONNECTION_NOT_FOUND_FOR_NAME: 'There is no such connection (any more). Create it, or check its name.',
  STREAM_TENANT_NOT_FOUND_FOR_NAME: 'Choose the target anew: the stream instance (workspace) is not in this project.',
  STREAM_CONNECTION_HAS_STREAM_PROCESSORS: 'Stop the stream processors that use the connection, then try again.',
  STREAM_KAFKA_CONNECTION_IS_DEPLOYING: 'Atlas is still setting the connection up: try again in some minutes.',
  STREAM_NETWORKING_CANNOT_BE_MODIFIED: 'Networking stays as it was created: delete the connection and create it anew.',
  WRITES_NOT_ALLOWED_DURING_APP_UPGRADES: 'Atlas is being upgraded: try again in some minutes.',
  VERSION_GONE: 'Atlas no longer speaks this version of its API: update this extension.',
};

const roles =
  'the role Project Owner or Project Stream Processing Owner (newer names: Project Stream Processing Manager or ' +
  'Organization Stream Processing Admin)';

function nextStep({ status, retryAfter, rateLimit }: AtlasApiError): string | undefined {
  switch (status) {
    case 401:
      return (
        'The credential is wrong, belongs to another Atlas, or the project id is mistyped: Atlas answers all alike. ' +
        'Replace the credential, or choose the target anew. This machine must also be on the project’s IP access list.'
      );
    case 403:
      return `The credential needs ${roles}, and this machine must be on the project’s IP access list.`;
    case 404:
      return 'Choose the target anew: the project or the stream instance (workspace) is not there.';
    case 409:
      return 'Something in Atlas is in the way: look there, then try again.';
    case 429: {
      const limit = rateLimit ? `Atlas allows ${rateLimit.limit} requests for now` : 'Too many requests';
      return retryAfter === undefined
        ? `${limit}: wait a minute and try again.`
        : `${limit}: try again in ${Math.ceil(retryAfter / 1000)} seconds.`;
    }
    default:
      return status >= 500
        ? 'The fault is on Atlas’ side. Look whether the connection is there, then try again.'
        : undefined;
  }
}

function shorten(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}
