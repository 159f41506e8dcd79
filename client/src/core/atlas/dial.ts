// A connection to the host: straight or through a proxy, with TLS where its address says so.
import { type EventEmitter, once } from 'node:events';
import { ClientRequest, type IncomingMessage } from 'node:http';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls, createSecureContext } from 'node:tls';
import type { HttpProxy } from './proxy.ts';
import { trustedRoots } from './trust.ts';
import { Unreachable } from './unreachable.ts';
import { createDeadline } from './waiting.ts';

/** The way to the host: through a proxy or not, and which certificates it may show. */
export interface Network {
  readonly proxy?: HttpProxy;
  /** Certificates in PEM that are trusted besides those of Node and of this machine. */
  readonly authorities?: readonly string[];
}

/** Opens one connection. It rejects where there is none, and as soon as the signal aborts; then nothing of it is left. */
export type Dial = (signal: AbortSignal) => Promise<Socket>;

/** `timeout`: milliseconds for each step on the way. */
export function createDial(url: URL, { proxy, authorities = [] }: Network, timeout: number): Dial {
  const isSecure = url.protocol === 'https:' || proxy?.url.startsWith('https:');
  const secureContext = isSecure ? createSecureContext({ ca: trustedRoots(authorities) }) : undefined;

  async function open(to: URL, signal: AbortSignal): Promise<Socket> {
    const socket = connect({ host: bare(to.hostname), port: portOf(to) });
    return secure(to, await opened(socket, 'connect', signal), signal);
  }
  async function secure(to: URL, socket: Socket, signal: AbortSignal): Promise<Socket> {
    if (to.protocol !== 'https:') return socket;
    const host = bare(to.hostname);
    const secured = connectTls({
      ...{ socket, host, ALPNProtocols: ['http/1.1'] },
      ...(secureContext ? { secureContext } : {}),
      ...(isIP(host) ? {} : { servername: host }),
      // Explicit, because the environment could turn the check off otherwise.
      rejectUnauthorized: true,
    });
    return opened(secured, 'secureConnect', signal);
  }
  async function opened(socket: Socket, event: string, signal: AbortSignal): Promise<Socket> {
    // An error that nobody listens to ends the process, and one may come at any time.
    socket.on('error', () => undefined);
    await within(timeout, signal, socket, event).catch((error) => {
      socket.destroy();
      throw error;
    });
    return socket;
  }

  if (!proxy) return (signal) => open(url, signal);
  return async (signal) => {
    const socket = await open(new URL(proxy.url), signal);
    if (await isTunnel(socket, url, proxy, timeout, signal).catch(() => false)) return secure(url, socket, signal);
    socket.destroy();
    throw new Unreachable('proxy');
  };
}

/** Whether the proxy at the other end of the socket leads to the host from now on. */
async function isTunnel(
  socket: Socket,
  to: URL,
  proxy: HttpProxy,
  timeout: number,
  signal: AbortSignal,
): Promise<boolean> {
  const authority = `${to.hostname}:${portOf(to)}`;
  const authorization = proxy.authorization ?? basicOf(new URL(proxy.url));
  const request = new ClientRequest({
    ...{ method: 'CONNECT', path: authority, createConnection: () => socket },
    headers: { host: authority, ...(authorization ? { 'proxy-authorization': authorization } : {}) },
  });
  request.on('error', () => undefined);
  request.end();
  const [{ statusCode }, , head] = await within<[IncomingMessage, Socket, Buffer]>(timeout, signal, request, 'connect');
  return statusCode === 200 && head.length === 0;
}

/** What comes with the event; rejects with the emitter's error, at the end of the time, or as soon as the signal aborts. */
async function within<Parts extends unknown[]>(
  timeout: number,
  signal: AbortSignal,
  emitter: EventEmitter,
  event: string,
): Promise<Parts> {
  const deadline = createDeadline(timeout, new Unreachable('connection-refused'));
  try {
    return (await once(emitter, event, { signal: AbortSignal.any([signal, deadline.signal]) })) as Parts;
  } catch (error) {
    throw deadline.signal.aborted ? deadline.signal.reason : error;
  } finally {
    deadline.clear();
  }
}

function basicOf({ username, password }: URL): string | undefined {
  if (!username) return undefined;
  return `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`;
}

function portOf({ port, protocol }: URL): number {
  return Number(port || (protocol === 'https:' ? 443 : 80));
}

/** Addresses of IPv6 stand in brackets in a URL only. */
function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}
