// The forms that a request can be copied in; a new one is one entry here.
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

export const exportForms: readonly ExportForm[] = [
  {
    label: 'curl (service account)',
    detail: 'Asks for an access token, then sends the request with it',
    inShell: true,
    write: curlWithServiceAccount,
  },
  { label: 'curl (API key)', detail: 'Signs the request by HTTP Digest', inShell: true, write: curlWithDigest },
  { label: 'Atlas CLI', detail: 'atlas streams connections create', inShell: true, write: atlasStreams },
  { label: 'Atlas CLI (API)', detail: 'atlas api streams createStreamConnection', inShell: true, write: atlasApi },
  { label: 'Go SDK', detail: 'A program on go.mongodb.org/atlas-sdk', inShell: false, write: goSdk },
  { label: 'Terraform', detail: 'A resource mongodbatlas_stream_connection', inShell: false, write: terraform },
];

/** The one that people use on the system comes first; `platform` is as Node tells it. */
export function shellsOn(platform: string): readonly Shell[] {
  return platform === 'win32' ? [powershell, cmd, sh] : [sh, powershell, cmd];
}
