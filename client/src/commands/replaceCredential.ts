// Gives a stored credential new values, for the same host and kind.
import { window } from 'vscode';
import { parseAtlasHost } from '../atlas/endpoint.ts';
import type { Parts } from '../parts.ts';
import { additionalHosts } from '../settings.ts';
import { askCredential } from '../ui/askCredential.ts';
import { pickCredential } from '../ui/pickCredential.ts';

export async function replaceCredential(parts: Parts): Promise<void> {
  const entry = await pickCredential(parts, 'Which credential to replace');
  if (!entry) return;
  const host = parseAtlasHost(entry.host, additionalHosts());
  if (host.kind === 'refused') {
    await window.showErrorMessage(`${host.reason} Remove the credential ${entry.label} instead.`);
    return;
  }
  const credential = await askCredential({ host: host.host, kind: entry.kind });
  if (!credential) return;
  await parts.atlas.close(entry.id);
  const replaced = await parts.credentials.replace(entry.id, credential);
  await window.showInformationMessage(`Replaced the credential ${replaced.label} for ${replaced.host}.`);
}
