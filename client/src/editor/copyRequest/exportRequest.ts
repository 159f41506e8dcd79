// The request that the open file would make of Atlas, to look at or to copy: no secret is read for it, nothing is sent.

import { l10n, type Uri } from 'vscode';
import { mediaType, operations, pathOf } from '../../core/atlas/api.ts';
import { atlasHosts, checkGroupId, checkTenantName, parseAtlasHost } from '../../core/atlas/endpoint.ts';
import { shownName } from '../../core/export/preview.ts';
import type { ExportRequest } from '../../core/export/request.ts';
import type { CredentialEntry } from '../../core/place.ts';
import { clearCredential } from '../credentials/pickCredential.ts';
import { prepareFile } from '../files/prepareFile.ts';
import type { Uses } from '../services.ts';
import { refuse } from '../window/ask.ts';
import { additionalHosts, requestQuery } from '../window/settings.ts';

export interface PreparedExport {
  readonly request: ExportRequest;
  /** The connection's name, for titles and messages. */
  readonly name: string;
  readonly signedBy: CredentialEntry['kind'] | undefined;
  /** What stands in it for what is not chosen yet, such as `{groupId}`. */
  readonly standIns: readonly string[];
  /** Findings of severity error. */
  readonly errors: number;
}

/** `given`: the file that the command was called with, if with one. Where there is no request, says why, which ends the command. */
export async function prepareExport(
  services: Uses<'credentials' | 'prepareRequest' | 'targets' | 'workspaceState'>,
  given: Uri | undefined,
): Promise<PreparedExport> {
  const result = await prepareFile(services, given);
  switch (result.kind) {
    case 'notOpen':
      return refuse(l10n.t('Open a *.streamconn.json file first: the request is made of what its editor shows.'));
    case 'unsendable':
      return refuse(`${result.reason} ${l10n.t('There is no request to show until it is.')}`);
    case 'prepared': {
      const { body, placeholders, secretPaths, name = standIn.name } = result.request;
      const credential = await usableCredential(services);
      const { standIns, ...place } = placeOf(services, credential, result.file);
      const content = { contentType: 'application/json', body: { ...body, name }, placeholders, secretPaths };
      const request = { ...place, ...content };
      return {
        request,
        name: shownName(request),
        signedBy: credential?.kind,
        standIns: [...standIns, ...(result.request.name === undefined ? [standIn.name] : [])],
        errors: result.errors,
      };
    }
  }
}

const standIn = { groupId: '{groupId}', tenantName: '{tenantName}', name: '{name}' } as const;

/** The one that would sign in, if that is clear and its host is still allowed. */
async function usableCredential(
  services: Uses<'credentials' | 'workspaceState'>,
): Promise<CredentialEntry | undefined> {
  const credential = await clearCredential(services);
  return credential && parseAtlasHost(credential.host, additionalHosts()).kind === 'host' ? credential : undefined;
}

function placeOf(services: Uses<'targets'>, credential: CredentialEntry | undefined, file: Uri) {
  const target = services.targets.get(file);
  const groupId = target && !checkGroupId(target.groupId) ? target.groupId : standIn.groupId;
  const isUsable = target && !checkTenantName(target.tenantName) && target.tenantName.isWellFormed();
  const tenantName = isUsable ? target.tenantName : standIn.tenantName;
  const operation = operations.createConnection({ groupId, tenantName });
  const standIns = [groupId, tenantName].filter((text) => text === standIn.groupId || text === standIn.tenantName);
  const found = pathOf(operation, requestQuery());
  if ('unusable' in found) throw new Error('What was checked is no segment of a path.');
  return {
    origin: credential?.host ?? atlasHosts[0],
    // Braces are to be read here, not to be sent.
    path: standIns.reduce((path, text) => path.replace(encodeURIComponent(text), text), found.path),
    groupId,
    tenantName,
    mediaType: mediaType(operation),
    standIns,
  };
}
