// An Atlas to talk to on this machine: HTTP on loopback, with faults on request.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type Reply, refusals } from './reply.ts';
import { answer } from './routes.ts';
import { createSignIn, type DigestAlgorithm, type SignIn } from './signIn.ts';
import { createState, type State } from './state.ts';

/** A request as the sandbox received it. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** What goes wrong with the next request that `when` (all, if absent) selects. */
export type Fault =
  | { readonly kind: 'reply'; readonly reply: Reply }
  /** Nothing comes until the sandbox stops or the client goes. */
  | { readonly kind: 'silent' }
  /** The right answer, but not before `until` has come. */
  | { readonly kind: 'slow'; readonly until: Promise<void> }
  /** Half of the answer, then the connection breaks. */
  | { readonly kind: 'cut off' }
  /** The request's own body comes back inside an error. */
  | { readonly kind: 'echo' };

export interface Sandbox {
  readonly origin: string;
  readonly state: State;
  readonly signIn: SignIn;
  readonly requests: readonly SeenRequest[];
  forgetRequests(): void;
  /** Arms one fault; it goes off once. */
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
}

/** Starts a sandbox; rejects where the port is taken. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, host = '127.0.0.1', digest = 'MD5', tokenSeconds = 3600, seed } = options;
  const state = createState(seed);
  const signIn = createSignIn(state, digest, tokenSeconds);
  const requests: SeenRequest[] = [];
  const faults: { readonly fault: Fault; readonly when: (request: SeenRequest) => boolean }[] = [];
  const server = createServer(async (incoming, response) => {
    const request = await read(incoming).catch(() => undefined);
    if (!request) return;
    requests.push(request);
    const armed = faults.findIndex(({ when }) => when(request));
    const [due] = armed < 0 ? [] : faults.splice(armed, 1);
    if (due?.fault.kind === 'slow') await due.fault.until;
    if (due && due.fault.kind !== 'slow') fail(due.fault, request, response);
    else send(response, request, handle(state, signIn, request));
  });
  await listen(server, port, host);
  const { port: bound } = server.address() as AddressInfo;
  return {
    origin: `http://${isIPv6(host) ? `[${host}]` : host}:${bound}`,
    state,
    signIn,
    requests,
    forgetRequests: () => requests.splice(0),
    fault: (fault, when = () => true) => faults.push({ fault, when }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
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

function handle(state: State, signIn: SignIn, { method, url, headers, body }: SeenRequest): Reply {
  const { pathname, searchParams } = new URL(url, 'http://sandbox');
  if (method === 'POST' && pathname === '/api/oauth/token') return signIn.issueToken(headers, body);
  if (method === 'POST' && pathname === '/api/oauth/revoke') return signIn.revokeToken(headers, body);
  if (!pathname.startsWith('/api/atlas/v2/')) return refusals.notFound;
  const role = signIn.identify(method, url, headers);
  if (typeof role !== 'string') return role;
  if (!/^application\/vnd\.atlas\.\d{4}-\d{2}-\d{2}\+json$/.test(String(headers.accept))) return refusals.noVersion;
  const segments = pathname.slice('/api/atlas/v2/'.length).split('/').map(decodeURIComponent);
  return answer(state, { method, segments, query: searchParams, body, role });
}

function send(response: ServerResponse, { url }: SeenRequest, { status, headers, body }: Reply): void {
  const query = new URL(url, 'http://sandbox').searchParams;
  const enveloped = query.get('envelope') === 'true' && typeof body === 'object';
  const content = enveloped ? { status, content: body } : body;
  const text =
    typeof content === 'string' ? content : JSON.stringify(content, null, query.get('pretty') === 'true' ? 2 : 0);
  response.writeHead(enveloped ? 200 : status, {
    'content-type': 'application/vnd.atlas.2023-02-01+json;charset=utf-8',
    'ratelimit-limit': '1200',
    'ratelimit-remaining': '1199',
    ...headers,
  });
  response.end(text);
}

function fail(fault: Exclude<Fault, { kind: 'slow' }>, request: SeenRequest, response: ServerResponse): void {
  switch (fault.kind) {
    case 'reply':
      send(response, request, fault.reply);
      break;
    case 'silent':
      break;
    case 'cut off':
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{ "name": "half of', () => response.socket?.destroy());
      break;
    case 'echo':
      send(response, request, refusals.invalid(request.body));
  }
}
