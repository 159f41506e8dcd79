// A file made ready to send: the request body, and what stands in the way of sending it.
import * as l10n from '@vscode/l10n';
import type { PreparedRequest, PrepareRequestResult } from '../../protocol.ts';
import { type Finding, syntaxCodes } from '../findings/finding.ts';
import { onceEach } from '../findings/renaming.ts';
import { type Severities, withSeverity } from '../findings/severities.ts';
import { isObject, type StreamConnDocument } from '../json/document.ts';
import { findPlaceholders } from '../placeholders.ts';
import { secretPlaces } from '../schema/secretPlaces.ts';

/**
 * The request body of a file, without `$schema`, which only the editor reads. Whether it can be sent is decided by the
 * findings as their rules have them: settings, which a repository may bring along, can only add errors.
 */
export function toRequest(
  document: StreamConnDocument,
  findings: readonly Finding[],
  severities?: Severities,
): PrepareRequestResult {
  const isError = ({ severity }: Finding) => severity === 'error';
  const atWorst = findings.map((finding) => withSeverity(finding, severities).find(isError) ?? finding);
  const errors = onceEach(atWorst).filter(isError).length;
  if (findings.some(({ code }) => syntaxCodes.has(code))) {
    return { kind: 'unsendable', errors, reason: l10n.t('This file is not JSON yet.') };
  }
  if (findings.some(({ code }) => code === 'duplicate-key')) {
    const reason = l10n.t(
      'This file has a key twice in one object, and only one of the two would be sent. Remove the other.',
    );
    return { kind: 'unsendable', errors, reason };
  }
  if (!isObject(document.value)) {
    return { kind: 'unsendable', errors, reason: l10n.t('A connection is a JSON object, { … }.') };
  }
  const body = sendable(document.value);
  const name = typeof body.name === 'string' && body.name !== '' ? body.name : undefined;
  const placeholders = findPlaceholders(body);
  const request = { body, type: document.type, name, placeholders, secretPaths: secretPlaces() };
  return { kind: 'prepared', errors, request };
}

/** What is sent of a file's value: all but `$schema`, which only the editor reads. */
export function sendable({ $schema: _, ...sent }: { readonly [key: string]: unknown }): PreparedRequest['body'] {
  return sent;
}
