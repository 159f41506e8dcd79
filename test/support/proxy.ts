// A real forward proxy (the package proxy-chain) for which every name lies on this machine.
import type { LookupOptions, lookup } from 'node:dns';
import { Server } from 'proxy-chain';

export interface TestProxy {
  /** `127.0.0.1:port` */
  readonly address: string;
  /** What it was asked for, such as `CONNECT atlas.example.com`. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

/** Lets only `user` (`name:password`) through, where one is given. */
export async function startProxy(user?: string): Promise<TestProxy> {
  const asked: string[] = [];
  const server = new Server({
    port: 0,
    host: '127.0.0.1',
    prepareRequestFunction: ({ request, username, password, hostname }) => {
      asked.push(`${request.method} ${hostname}`);
      return {
        requestAuthentication: user !== undefined && `${username}:${password}` !== user,
        dnsLookup: toThisMachine,
      };
    },
  });
  await server.listen();
  return { address: `127.0.0.1:${server.port}`, asked, stop: () => server.close(true) };
}

const toThisMachine = ((_: string, { all }: LookupOptions, found: (...answer: unknown[]) => void) =>
  all ? found(null, [{ address: '127.0.0.1', family: 4 }]) : found(null, '127.0.0.1', 4)) as typeof lookup;
