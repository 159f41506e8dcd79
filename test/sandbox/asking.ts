// Two clients that we did not write, for the sandbox' own tests: curl with an API key, fetch with a service account.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { canRun } from '../support/needs.ts';
import type { Sandbox } from './sandbox.ts';
import type { Json, Role } from './state.ts';

export interface Asked {
  readonly body?: Json | string;
  readonly role?: Role;
  /** The date of the version, or a whole Accept header. */
  readonly version?: string;
}

export interface Told {
  readonly status: number;
  readonly type: string;
  /** The body if it is JSON. */
  readonly json: unknown;
  readonly text: string;
}

/** Asks for a path below /api/atlas/v2. */
export type Ask = (sandbox: Sandbox, method: string, path: string, options?: Asked) => Promise<Told>;

/** What curl prints, and after it the status and the type of the content; rejects with curl's exit code. */
export async function curl(...args: string[]): Promise<Told> {
  const always = ['--disable', '--silent', '--globoff', '--noproxy', '*', '--max-time', '20'];
  const written = ['--write-out', '\n%{http_code} %{content_type}'];
  const { stdout } = await promisify(execFile)('curl', [...always, ...written, ...args], { maxBuffer: 2 ** 26 });
  const end = stdout.lastIndexOf('\n');
  const [status, ...type] = stdout.slice(end + 1).split(' ');
  return told(Number(status), type.join(' '), stdout.slice(0, end));
}

/** By HTTP Digest. */
export const askCurl: Ask = async (sandbox, method, path, { body, role = 'owner', version } = {}) => {
  const { publicKey, privateKey } = sandbox.state.credentials[role].apiKey;
  const sent = body === undefined ? [] : ['--header', 'Content-Type: application/json', '--data-binary', toText(body)];
  const accept = `Accept: ${toAccept(version)}`;
  const signedIn = ['--digest', '--user', `${publicKey}:${privateKey}`];
  return curl('--request', method, ...signedIn, '--header', accept, ...sent, urlOf(sandbox, path));
};

/** By a token that is asked for each time. */
export const askFetch: Ask = async (sandbox, method, path, { body, role = 'owner', version } = {}) => {
  const answer = await fetch(urlOf(sandbox, path), {
    method,
    headers: { accept: toAccept(version), authorization: `Bearer ${await getToken(sandbox, role)}` },
    body: body === undefined ? null : toText(body),
  });
  return told(answer.status, answer.headers.get('content-type') ?? '', await answer.text());
};

/** The clients that this machine has; a line says so if it has only one. */
export function clients(): { readonly name: string; readonly ask: Ask }[] {
  return [{ name: 'fetch', ask: askFetch }, ...(canRun('curl') ? [{ name: 'curl', ask: askCurl }] : [])];
}

/** The token of a service account. */
export async function getToken({ origin, state }: Sandbox, role: Role = 'owner'): Promise<string> {
  const { clientId, clientSecret } = state.credentials[role].serviceAccount;
  const answer = await fetch(`${origin}/api/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
    body: 'grant_type=client_credentials',
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}

/** The path of the project Shop, or of something in it. */
export function inShop(sandbox: Sandbox, rest = ''): string {
  return `groups/${[...sandbox.state.projects.keys()][0]}${rest}`;
}

/** The whole URL of a path below /api/atlas/v2. */
export function urlOf({ origin }: Sandbox, path: string): string {
  return `${origin}/api/atlas/v2/${path}`;
}

export interface Talk {
  /** Status and body of an answer about the connections of an instance, or about one of them. */
  tell(method: string, name?: string, options?: Asked, instance?: string): Promise<readonly [number, unknown]>;
  /** The same in short: status, and the state or the code of the error. */
  brief(method: string, name?: string, options?: Asked, instance?: string): Promise<string>;
  create(body: Json): Promise<readonly [number, unknown]>;
}

/** Talks about connections, those of `orders` unless said otherwise. */
export function talk(ask: Ask, sandbox: () => Sandbox): Talk {
  const tell: Talk['tell'] = async (method, name = '', options = {}, instance = 'orders') => {
    const path = inShop(sandbox(), `/streams/${instance}/connections${name && `/${name}`}`);
    const { status, json } = await ask(sandbox(), method, path, options);
    return [status, json];
  };
  return {
    tell,
    brief: async (...request) => {
      const [status, json] = await tell(...request);
      const { state = '', errorCode = state } = json as Json;
      return `${status} ${errorCode}`.trim();
    },
    create: (body) => tell('POST', '', { body }),
  };
}

function toAccept(version = '2025-02-19'): string {
  return version.includes('/') ? version : `application/vnd.atlas.${version}+json`;
}

function toText(body: Json | string): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function told(status: number, type: string, text: string): Told {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return { status, type, json, text };
}
