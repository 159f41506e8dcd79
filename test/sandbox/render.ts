// Turns a reply into what goes over the wire, with `envelope` and `pretty` as the query wants them.
import type { Reply } from './reply.ts';

export interface Rendered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly text: string;
}

/** Status, headers and text for a request with this path and query. */
export function render({ status, headers, body }: Reply, url: string): Rendered {
  const query = new URLSearchParams(url.split('?')[1]);
  const enveloped = query.get('envelope') === 'true' && typeof body === 'object';
  const content = enveloped ? wrap(status, body) : body;
  const indent = query.get('pretty') === 'true' ? 2 : 0;
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, indent);
  return {
    status: enveloped ? 200 : status,
    headers: { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)), ...headers },
    text,
  };
}

/** A list is an envelope already and only gains the status. */
function wrap(status: number, body: object): object {
  return 'results' in body ? { ...body, status } : { status, content: body };
}
