// Servers that Atlas is to reach over the internet.
import * as l10n from '@vscode/l10n';
import type { Fix } from '../fix.ts';
import type { Remark } from '../remark.ts';
import { isHostName, type Reach, reachOf } from './addresses.ts';
import { readAddress, serversIn } from './serverList.ts';

type Said = Pick<Remark, 'message' | 'severity'>;

const remarks: Readonly<Record<Exclude<Reach, 'public'>, () => Said>> = {
  notPublic: () => ({
    message: l10n.t(
      'Atlas refuses this address: it cannot be reached over the internet. Write a public one, or say in "networking" how Atlas gets there.',
    ),
  }),
  unknown: () => ({
    severity: 'hint',
    message: l10n.t('This looks like a name in a private network. If it is, say in "networking" how Atlas gets there.'),
  }),
};

export function publicBootstrapServers(list: string): Remark[] {
  const servers = serversIn(list)
    .filter(({ text }) => text !== '')
    .map((server) => {
      const { host } = readAddress(server.text);
      return { ...server, host, reach: reachOf(host) };
    });
  const publicOnes = servers.filter(({ reach }) => reach === 'public').map(({ text }) => text);
  const fixes = publicOnes.length > 0 ? [keepOnly(publicOnes)] : [];
  return servers.flatMap(({ start, length, host, reach }) => {
    // What is no host name is said elsewhere.
    if (reach === 'public' || (reach === 'unknown' && !isHostName(host))) return [];
    return [{ code: 'non-public-address', part: { start, length }, ...remarks[reach](), fixes }];
  });
}

function keepOnly(servers: readonly string[]): Fix {
  return {
    kind: 'replace',
    value: servers.join(','),
    title: l10n.t('Keep only the public servers'),
    isOneOfSeveral: true,
  };
}
