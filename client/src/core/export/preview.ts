// The exact request as text to read: nothing of it is looked up, and every secret in it is masked.
import * as l10n from '@vscode/l10n';
import { writePlaceholder } from '../../../../server/src/placeholder.ts';
import { withoutSecretParts } from '../../../../server/src/secrets.ts';
import { mask } from '../redaction/mask.ts';
import type { ExportRequest } from './request.ts';
import { type Source, type Template, toTemplate } from './template.ts';
import { writeJson } from './writeJson.ts';

export interface PreviewOptions {
  readonly userAgent: string;
  /** How the request will be signed; undefined where no credential is chosen yet. */
  readonly signedBy: 'serviceAccount' | 'apiKey' | undefined;
}

/** Placeholders stay as the file says them; the body is indented, which it is not when it is sent. */
export function previewRequest(request: ExportRequest, { userAgent, signedBy }: PreviewOptions): string {
  const { origin, path, mediaType, contentType } = request;
  const body = writeJson(toTemplate(request), {
    source: (source) => JSON.stringify(toShown(source)),
    // A key can be a whole header line by mistake.
    string: (text) => JSON.stringify(withoutSecretParts(text, mask)),
    indent: 2,
  });
  return [
    `POST ${path} HTTP/1.1`,
    `Host: ${new URL(origin).host}`,
    `Authorization: ${authorization(signedBy)}`,
    `Accept: ${mediaType}`,
    `Content-Type: ${contentType}`,
    `User-Agent: ${userAgent}`,
    '',
    body,
    '',
  ].join('\n');
}

/** The connection's name for titles and messages, masked where a secret is in it. */
export function shownName(request: ExportRequest): string {
  const template = toTemplate(request);
  const [, name] = (template.kind === 'object' && template.entries.find(([key]) => key === 'name')) || [];
  return name ? shownText(name) : '';
}

function shownText(template: Template<Source>): string {
  if (template.kind === 'source') return toShown(template.source);
  return template.kind === 'value' ? String(template.value) : '';
}

function toShown(source: Source): string {
  return source.kind === 'literal' ? mask : writePlaceholder(source);
}

function authorization(signedBy: PreviewOptions['signedBy']): string {
  switch (signedBy) {
    case 'serviceAccount':
      return `Bearer ${mask}`;
    case 'apiKey':
      return `Digest ${mask}`;
    case undefined:
      return l10n.t('Bearer {0} (service account) or Digest {0} (API key)', mask);
  }
}
