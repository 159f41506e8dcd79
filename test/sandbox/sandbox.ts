// An Atlas to talk to on this machine: HTTP or HTTPS on loopback, with faults on request.
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, isIPv6 } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { createApi } from './api.ts';
import { type Fault, fail, send } from './faults.ts';
import type { RateLimit } from './rateLimit.ts';
import type { SeenRequest } from './seenRequest.ts';
import { createSignIn, type DigestAlgorithm, type SignIn } from './signIn.ts';
import { createState, type State } from './state.ts';

export type { Fault, SeenRequest };

export interface Sandbox {
  readonly origin: string;
  readonly state: State;
  readonly signIn: SignIn;
  readonly requests: readonly SeenRequest[];
  forgetRequests(): void;
  /** Arms one fault; it goes off once, or as many times as it says. */
  fault(fault: Fault, when?: (request: SeenRequest) => boolean): void;
  stop(): Promise<void>;
}

export interface SandboxOptions {
  /** A free one when absent or 0. */
  readonly port?: number;
  readonly host?: '127.0.0.1' | '::1';
  readonly digest?: DigestAlgorithm;
  /** How long a token lives, in seconds. */
  readonly tokenSeconds?: number;
  /** Gives the same credentials and projects in every run. */
  readonly seed?: string;
  /** Atlas' own, if absent. */
  readonly rateLimit?: RateLimit;
  /** PEM of a key and its certificate: HTTPS instead of HTTP. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** Starts a sandbox; rejects where the port is taken. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, host = '127.0.0.1', digest = 'MD5', tokenSeconds = 3600, seed, rateLimit, tls } = options;
  const state = createState(seed);
  const signIn = createSignIn(state, digest, tokenSeconds);
  const api = createApi(state, signIn, rateLimit);
  const requests: SeenRequest[] = [];
  const faults = createFaults();
  const server = serve(tls, async (incoming, response) => {
    const request = await read(incoming).catch(() => undefined);
    if (!request) return;
    requests.push(request);
    const due = faults.next(request);
    if (due) await fail(due, { request, response, answer: () => api(request) });
    else send({ request, response }, api(request));
  });
  await listen(server, port, host);
  const { port: bound } = server.address() as AddressInfo;
  return {
    origin: `${tls ? 'https' : 'http'}://${isIPv6(host) ? `[${host}]` : host}:${bound}`,
    state,
    signIn,
    requests,
    forgetRequests: () => requests.splice(0),
    fault: faults.arm,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Those that have not gone off, in the order in which they were armed. */
function createFaults(): {
  readonly arm: Sandbox['fault'];
  next(request: SeenRequest): Fault | undefined;
} {
  const armed: { readonly fault: Fault; readonly when: (request: SeenRequest) => boolean; left: number }[] = [];
  return {
    arm: (fault, when = () => true) => void armed.push({ fault, when, left: fault.times ?? 1 }),
    next: (request) => {
      const due = armed.find(({ when, left }) => left > 0 && when(request));
      if (due) due.left -= 1;
      return due?.fault;
    },
  };
}

function serve(tls: SandboxOptions['tls'], listener: RequestListener): Server {
  return tls ? createTlsServer(tls, listener) : createServer(listener);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
}

async function read(incoming: IncomingMessage): Promise<SeenRequest> {
  const body = (await buffer(incoming)).toString();
  return { method: incoming.method ?? '', url: incoming.url ?? '', headers: incoming.headers, body };
}
