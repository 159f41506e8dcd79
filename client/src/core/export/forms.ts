// The forms that a request can be copied in; a new one is one entry here.
import * as l10n from '@vscode/l10n';
import { cmd } from './cmd.ts';
import { goSdk } from './goSdk.ts';
import { powershell } from './powershell.ts';
import type { Exported, ExportRequest } from './request.ts';
import { sh } from './sh.ts';
import type { Shell } from './shell.ts';
import { atlasApi, atlasStreams, curlWithDigest, curlWithServiceAccount } from './shellForms.ts';
import { terraform } from './terraform.ts';

export type ExportForm = {
  readonly label: string;
  readonly detail: string;
} & (
  | { readonly inShell: true; write(request: ExportRequest, shell: Shell): Exported }
  | { readonly inShell: false; write(request: ExportRequest): Exported }
);

export function exportForms(): readonly ExportForm[] {
  return [
    {
      label: l10n.t('curl (service account)'),
      detail: l10n.t('Asks for an access token, then sends the request with it'),
      inShell: true,
      write: curlWithServiceAccount,
    },
    {
      label: l10n.t('curl (API key)'),
      detail: l10n.t('Signs in by HTTP Digest'),
      inShell: true,
      write: curlWithDigest,
    },
    { label: 'Atlas CLI', detail: 'atlas streams connections create', inShell: true, write: atlasStreams },
    { label: 'Atlas CLI (API)', detail: 'atlas api streams createStreamConnection', inShell: true, write: atlasApi },
    { label: 'Go SDK', detail: l10n.t('A program on {0}', 'go.mongodb.org/atlas-sdk'), inShell: false, write: goSdk },
    {
      label: 'Terraform',
      detail: l10n.t('A resource {0}', 'mongodbatlas_stream_connection'),
      inShell: false,
      write: terraform,
    },
  ];
}

/** The one that people use on the system comes first; `platform` is as Node tells it. */
export function shellsOn(platform: string): readonly Shell[] {
  return platform === 'win32' ? [powershell, cmd, sh] : [sh, powershell, cmd];
}
