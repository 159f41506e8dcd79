// From a request to its answer: signing in, the rate limit, the version, and the route.
import { parametersOf } from './parameters.ts';
import { createBucket, type RateLimit } from './rateLimit.ts';
import { type Reply, rateLimited, refusals } from './reply.ts';
import { connectionRoutes } from './routes/connections.ts';
import { projectRoutes } from './routes/projects.ts';
import type { Route } from './routes/route.ts';
import type { SeenRequest } from './seenRequest.ts';
import type { SignIn } from './signIn.ts';
import type { Role, State } from './state.ts';

const base = '/api/atlas/v2/';
const routes = [...projectRoutes, ...connectionRoutes];

/** Answers every request as Atlas would. */
export function createApi(state: State, signIn: SignIn, limit: RateLimit | undefined): (request: SeenRequest) => Reply {
  const bucket = createBucket(limit);
  return (request) => {
    const { method, url, headers, body } = request;
    const target = parseUrl(url);
    if (!target) return refusals.notFound;
    if (method === 'POST' && target.pathname === '/api/oauth/token') return signIn.issueToken(headers, body);
    if (method === 'POST' && target.pathname === '/api/oauth/revoke') return signIn.revokeToken(headers, body);
    if (!target.pathname.startsWith(base)) return refusals.notFound;
    const role = signIn.identify(method, url, headers);
    if (typeof role !== 'string') return role;
    const { allowed, limit: full, remaining } = bucket.take();
    if (!allowed) return rateLimited({ ...full, endpoint: target.pathname.slice(1), retryAfter: bucket.wait() });
    const reply = answer(state, request, target, role);
    const counted = { 'ratelimit-limit': String(full.capacity), 'ratelimit-remaining': String(remaining) };
    return { ...reply, headers: { ...counted, ...reply.headers } };
  };
}

function answer(state: State, { method, headers, body }: SeenRequest, target: URL, role: Role): Reply {
  const asked = /^application\/vnd\.atlas\.(\d{4}-\d{2}-\d{2})\+json$/.exec(String(headers.accept))?.[1];
  if (!asked || Number.isNaN(Date.parse(asked))) return refusals.noVersion;
  const found = findRoute(method, target.pathname.slice(base.length).split('/'));
  if (!found) return refusals.notFound;
  const { route, path } = found;
  const known = parametersOf[`${route.method} ${route.pattern}`] ?? [];
  const unknown = [...target.searchParams.keys()].find((name) => !known.includes(name));
  if (unknown !== undefined) return refusals.unknownParameter(unknown);
  const served = route.versions.findLast((version) => version <= asked);
  if (!served) return refusals.noVersion;
  const reply = route.answer({ state, path, query: target.searchParams, body, role });
  if (reply.status >= 400) return reply;
  return { ...reply, headers: { 'content-type': `application/vnd.atlas.${served}+json;charset=utf-8` } };
}

/** The first route that fits wins, so `streams/privateLinkConnections` is never taken for a stream instance. */
function findRoute(
  method: string,
  segments: readonly string[],
): { readonly route: Route; readonly path: Record<string, string> } | undefined {
  for (const route of routes) {
    const path = route.method === method ? match(route.pattern.split('/'), segments) : undefined;
    if (path) return { route, path };
  }
  return undefined;
}

function match(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const path: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = decode(segments[index] ?? '');
    const name = /^\{(.*)\}$/.exec(part)?.[1];
    if (segment === undefined || (name === undefined && part !== segment)) return undefined;
    if (name !== undefined) path[name] = segment;
  }
  return path;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function parseUrl(url: string): URL | undefined {
  return url.startsWith('/') && URL.canParse(`http://sandbox${url}`) ? new URL(`http://sandbox${url}`) : undefined;
}
