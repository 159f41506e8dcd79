// How a failure is told to a person: what happened, what Atlas says, and what to do next.

import * as l10n from '@vscode/l10n';
import type { AtlasApiError, Failure, SignInCode, UnreachableCode } from './failure.ts';

/** One paragraph, in which Atlas' own words may still hold a secret that was sent: redact before showing it. */
export function describeFailure(failure: Failure): string {
  switch (failure.kind) {
    case 'refused':
      return describeRefusal(failure.error);
    case 'notSignedIn':
      return describeSignIn(failure.code);
    case 'unusableName':
      return l10n.t(
        'Nothing was sent: “{0}” cannot be part of an address in Atlas. Use another name.',
        shorten(failure.name),
      );
    case 'unreachable':
      return sentences(describeUnreachable(failure.code), failure.maybeDone && lookFirst());
    case 'cancelled':
      return failure.maybeDone
        ? sentences(l10n.t('Cancelled after the request had left.'), lookFirst())
        : l10n.t('Cancelled. Nothing was done in Atlas.');
    case 'unavailable':
      return failure.reason;
  }
}

function sentences(...all: readonly (string | false | undefined)[]): string {
  return all.filter(Boolean).join(' ');
}

function lookFirst(): string {
  return l10n.t('It may have been done all the same: look in Atlas before you try again.');
}

function describeSignIn(code: SignInCode): string {
  const why = {
    'not-accepted': l10n.t('Not signed in. Atlas does not accept this client id and client secret.'),
    'no-token': l10n.t('Not signed in. Atlas returned no access token that can be used.'),
    'no-digest': l10n.t('Not signed in. The host does not offer HTTP Digest, which an API key needs.'),
    unsendable: l10n.t('Not signed in. The public key contains a character that cannot be sent.'),
  } satisfies Readonly<Record<SignInCode, string>>;
  return sentences(why[code], l10n.t('Replace the credential and try again.'));
}

function describeUnreachable(code: UnreachableCode): string {
  const texts: Readonly<Record<UnreachableCode, string>> = {
    'unknown-host': l10n.t(
      'Atlas cannot be reached: its host name is not known here. Check the network and try again.',
    ),
    'connection-refused': l10n.t(
      'Atlas cannot be reached: nothing answers at its address. Check the network or proxy and try again.',
    ),
    proxy: l10n.t(
      'The proxy does not let this through. Check the settings “http.proxy” and “http.proxyAuthorization”.',
    ),
    tls: l10n.t(
      'The connection to Atlas is not trusted, so nothing was sent. Where a proxy inspects your connections, name its certificate authority in the setting “streamconn.atlas.caFile”.',
    ),
    timeout: l10n.t('Atlas did not answer in time.'),
    'cut-off': l10n.t('The connection broke off before Atlas had answered in full.'),
    redirect: l10n.t(
      'The answer was a redirect, which Atlas never sends. A proxy or a sign-in page may stand in between.',
    ),
    'too-large': l10n.t('The answer is far larger than any of Atlas’.'),
    'not-http': l10n.t('The answer is not HTTP, so it is not from Atlas. Check the network or proxy.'),
    'not-json': l10n.t(
      'The answer is not JSON, so it is not from Atlas. A proxy or a sign-in page may stand in between.',
    ),
    'not-atlas': l10n.t(
      "The response doesn't look like it came from Atlas. A proxy or sign-in page may have answered; check your network.",
    ),
    incomplete: l10n.t('Atlas returned only part of a list. Try again.'),
    other: l10n.t('Talking to Atlas failed.'),
  };
  return texts[code];
}

function describeRefusal(error: AtlasApiError): string {
  const { status, reason, errorCode, detail, badRequestDetail } = error;
  const named = [reason, errorCode && `(${errorCode})`].filter(Boolean).join(' ');
  const fields = badRequestDetail?.fields.map(({ field, description }) => `${field}: ${description}`).join('; ');
  const said = [named || undefined, detail, fields].filter(Boolean).map((text) => String(text).replace(/[.\s]*$/, ''));
  return sentences(
    said.length > 0
      ? l10n.t('Atlas refused with {0}: {1}.', status, said.join(': '))
      : l10n.t('Atlas refused with {0}.', status),
    stepAfterCode(errorCode) ?? stepAfterStatus(error),
  );
}

/** For the codes of streams whose next step the status alone does not tell. */
function stepAfterCode(errorCode: string | undefined): string | undefined {
  switch (errorCode) {
    case 'STREAM_CONNECTION_NAME_ALREADY_EXISTS':
      return l10n.t('Give the connection another name, or update the one that has it.');
    case 'STREAM_CONNECTION_NOT_FOUND_FOR_NAME':
      return l10n.t('There is no such connection (any more). Create it, or check its name.');
    case 'STREAM_TENANT_NOT_FOUND_FOR_NAME':
      return l10n.t('Choose the target anew: the stream instance (workspace) is not in this project.');
    case 'STREAM_CONNECTION_HAS_STREAM_PROCESSORS':
      return l10n.t('Stop the stream processors that use the connection, then try again.');
    case 'STREAM_KAFKA_CONNECTION_IS_DEPLOYING':
      return l10n.t('Atlas is still setting the connection up: try again in some minutes.');
    case 'STREAM_NETWORKING_CANNOT_BE_MODIFIED':
    case 'STREAM_NETWORKING_ACCESS_TYPE_CANNOT_BE_MODIFIED':
      return l10n.t('Networking stays as it was created: delete the connection and create it anew.');
    case 'WRITES_NOT_ALLOWED_DURING_APP_UPGRADES':
      return l10n.t('Atlas is being upgraded: try again in some minutes.');
    case 'VERSION_GONE':
      return l10n.t('Atlas no longer speaks this version of its API: update this extension.');
    default:
      return undefined;
  }
}

function stepAfterStatus(error: AtlasApiError): string | undefined {
  switch (error.status) {
    case 401:
      return l10n.t(
        'The credential is wrong, belongs to another Atlas, or the project id is mistyped: Atlas answers all alike. Replace the credential, or choose the target anew. The IP address that requests come from must also be on the project’s IP access list.',
      );
    case 403:
      return l10n.t(
        'The credential needs the role Project Owner or Project Stream Processing Owner (newer names: Project Stream Processing Manager or Organization Stream Processing Admin), and the IP address that requests come from must be on the project’s IP access list.',
      );
    case 404:
      if (error.errorCode === undefined)
        return l10n.t(
          'Atlas itself would say why: a proxy or a sign-in page may stand in between. Check the network and try again.',
        );
      return l10n.t('Choose the target anew: the project or the stream instance (workspace) is not there.');
    case 409:
      return l10n.t('Something in Atlas is in the way: look there, then try again.');
    case 429:
      return describeLimit(error);
    default:
      return error.status >= 500
        ? l10n.t('The fault is on Atlas’ side. Look whether the connection is there, then try again.')
        : undefined;
  }
}

function describeLimit({ retryAfter, rateLimit }: AtlasApiError): string {
  const seconds = retryAfter === undefined ? undefined : Math.ceil(retryAfter / 1000);
  if (seconds === undefined) {
    return rateLimit
      ? l10n.t('Atlas allows {0} requests for now: wait a minute and try again.', rateLimit.limit)
      : l10n.t('Too many requests: wait a minute and try again.');
  }
  return rateLimit
    ? l10n.t('Atlas allows {limit} requests for now: try again in {seconds} s.', { limit: rateLimit.limit, seconds })
    : l10n.t('Too many requests: try again in {0} s.', seconds);
}

function shorten(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}
