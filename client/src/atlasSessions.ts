// One signed-in Atlas client per credential; nothing of HTTP is loaded before the first is opened.

import type { AtlasClient } from './atlas/atlasClient.ts';
import { type AtlasHost, parseAtlasHost } from './atlas/endpoint.ts';
import type { CredentialEntry, CredentialStore } from './credentials/credentialStore.ts';
import { additionalHosts } from './settings.ts';
import type { ExchangeLog } from './ui/exchangeLog.ts';

export type OpenResult =
  /** `secrets` are the texts of the credential that must not be shown. */
  | {
      readonly kind: 'open';
      readonly client: AtlasClient;
      readonly host: AtlasHost;
      readonly secrets: readonly string[];
    }
  /** `reason` is a sentence with the next step in it. */
  | { readonly kind: 'unavailable'; readonly reason: string };

export interface AtlasSessions {
  open(entry: CredentialEntry): Promise<OpenResult>;
  /** Ends the session of a credential that was replaced or removed; its token is revoked. */
  close(id: string): Promise<void>;
  closeAll(): Promise<void>;
}

export function createAtlasSessions(credentials: CredentialStore, log: ExchangeLog, userAgent: string): AtlasSessions {
  const clients = new Map<string, OpenResult & { kind: 'open' }>();
  const close = async (id: string) => {
    const session = clients.get(id);
    clients.delete(id);
    await session?.client.close();
  };
  return {
    open: async (entry) => {
      const host = parseAtlasHost(entry.host, additionalHosts());
      if (host.kind === 'refused') {
        return { kind: 'unavailable', reason: `${host.reason} The credential ${entry.label} is for ${entry.host}.` };
      }
      const open = clients.get(entry.id);
      if (open) return open;
      const credential = await credentials.read(entry.id);
      if (credential?.host !== host.host) {
        const reason = `The keyring of this machine no longer holds the credential ${entry.label}. Replace it.`;
        return { kind: 'unavailable', reason };
      }
      const { createAtlasClient } = await import('./atlas/atlasClient.ts');
      const client = createAtlasClient({ credential, userAgent, onExchange: log.exchange });
      const secrets = [credential.kind === 'serviceAccount' ? credential.clientSecret : credential.privateKey];
      const session = { kind: 'open', client, host: host.host, secrets } as const;
      clients.set(entry.id, session);
      return session;
    },
    close,
    closeAll: async () => {
      await Promise.all([...clients.keys()].map(close));
    },
  };
}
