// A place as questions and summaries tell it.
import { l10n } from 'vscode';
import type { ConnectionPlace, Place } from '../../core/place.ts';

/** Where one connection is or will be, or several are, and who asks for it, line by line. */
export function describePlace(place: Place | ConnectionPlace): string[] {
  const { credential, projectName, groupId, tenantName } = place;
  return [
    l10n.t('Host: {0}', credential.host),
    l10n.t('Credential: {0}', credential.label),
    l10n.t('Project: {0}', projectName === undefined ? groupId : `${projectName} (${groupId})`),
    l10n.t('Stream instance (workspace): {0}', tenantName),
    ...('name' in place ? [l10n.t('Connection: {0}', place.name)] : []),
  ];
}
