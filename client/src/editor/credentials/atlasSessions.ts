// One signed-in Atlas client per credential; nothing of HTTP is loaded before the first is opened.

import { isDeepStrictEqual } from 'node:util';
import { l10n } from 'vscode';
import type { AtlasClient } from '../../core/atlas/atlasClient.ts';
import { parseAtlasHost } from '../../core/atlas/endpoint.ts';
import type { Unavailable } from '../../core/failure.ts';
import type { CredentialEntry } from '../../core/place.ts';
import type { ExchangeLog } from '../window/exchangeLog.ts';
import { additionalHosts } from '../window/settings.ts';
import type { StoredCredential } from './credentialRecord.ts';
import type { CredentialStore } from './credentialStore.ts';
import { readNetwork } from './networkSettings.ts';

export interface OpenSession {
  readonly kind: 'open';
  readonly client: AtlasClient;
}

export type OpenResult = OpenSession | Unavailable;

export interface AtlasSessions {
  /** The session of a credential, which another window may have changed or removed since it was listed. */
  open(entry: CredentialEntry): Promise<OpenResult>;
  /** Ends the session of a credential that is replaced or removed; its token is revoked. */
  close(id: string): Promise<void>;
  /** Ends it where what is stored is no longer what it was opened with, as after a change in another window. */
  closeIfChanged(id: string): Promise<void>;
  closeAll(): Promise<void>;
}

/** `stored` is what the session was opened with. */
type Opened = (OpenSession & { readonly stored: StoredCredential }) | Unavailable;

export function createAtlasSessions(credentials: CredentialStore, log: ExchangeLog, userAgent: string): AtlasSessions {
  /** Also those that are still being opened, so that two requests at once share one. */
  const sessions = new Map<string, Promise<Opened>>();

  function openOnce(entry: CredentialEntry): Promise<Opened> {
    const known = sessions.get(entry.id);
    if (known) return known;
    const opening = openNew(entry, credentials, log, userAgent);
    sessions.set(entry.id, opening);
    const forget = () => {
      if (sessions.get(entry.id) === opening) sessions.delete(entry.id);
    };
    opening.then(({ kind }) => kind === 'open' || forget(), forget);
    return opening;
  }

  async function close(id: string): Promise<void> {
    const opening = sessions.get(id);
    sessions.delete(id);
    const session = await opening;
    if (session?.kind === 'open') await session.client.close();
  }

  return {
    open: async (entry) => {
      const host = parseAtlasHost(entry.host, additionalHosts());
      if (host.kind === 'host') {
        const session = await openOnce(entry);
        return session.kind === 'open' && !belongs(session.stored, entry) ? tampered(entry) : session;
      }
      const whose = l10n.t('The credential {label} is for {host}.', { label: entry.label, host: entry.host });
      return { kind: 'unavailable', reason: `${host.reason} ${whose}`, replaceable: false };
    },
    close,
    closeIfChanged: async (id) => {
      const opening = sessions.get(id);
      const session = await opening;
      if (session?.kind !== 'open' || isDeepStrictEqual(await credentials.read(id), session.stored)) return;
      if (sessions.get(id) === opening) await close(id);
    },
    closeAll: async () => {
      await Promise.all([...sessions.keys()].map(close));
    },
  };
}

async function openNew(
  entry: CredentialEntry,
  credentials: CredentialStore,
  log: ExchangeLog,
  userAgent: string,
): Promise<Opened> {
  const stored = await credentials.read(entry.id);
  if (!stored) return credentialGone(entry);
  log.conceal([stored.kind === 'apiKey' ? stored.privateKey : stored.clientSecret]);
  const record = parseAtlasHost(stored.host, additionalHosts());
  if (record.kind === 'refused' || !belongs(stored, entry)) return tampered(entry);
  const { host, url } = record;
  const way = await readNetwork(url);
  if (way.kind === 'unusable') return { kind: 'unavailable', reason: way.reason, replaceable: false };
  const { createAtlasClient } = await import('../../core/atlas/atlasClient.ts');
  const client = createAtlasClient({
    ...{ userAgent, onExchange: log.exchange, url, network: way.network },
    credential: { ...stored, host },
  });
  return { kind: 'open', client, stored };
}

/** Whether a record is that of the entry which a person picked, and goes where its list says. */
function belongs({ host, kind }: StoredCredential, entry: CredentialEntry): boolean {
  return host === entry.host && kind === entry.kind;
}

/** That a credential is no longer stored: VS Code deletes what it cannot decrypt, and may keep secrets only until it closes. */
export function credentialGone({ label, host }: CredentialEntry): Unavailable {
  const reason = l10n.t(
    'The credential {label} for {host} is no longer stored. VS Code may keep secrets only until its window closes. Replace the credential to enter it again.',
    { label, host },
  );
  return { kind: 'unavailable', reason, replaceable: true };
}

function tampered({ label, host }: CredentialEntry): Unavailable {
  const reason = l10n.t(
    'What is stored of the credential {label} is not for {host}, so nothing was sent. Replace the credential.',
    { label, host },
  );
  return { kind: 'unavailable', reason, replaceable: true };
}
