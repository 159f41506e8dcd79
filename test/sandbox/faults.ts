// What can go wrong with an answer, on purpose.
import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type Rendered, render } from './render.ts';
import { type Reply, refusals } from './reply.ts';
import type { SeenRequest } from './seenRequest.ts';

/** What goes wrong with the next request that `when` (all, if absent) selects; with the next `times` of them, if given. */
export type Fault = (
  | { readonly kind: 'reply'; readonly reply: Reply }
  /** Nothing comes until the sandbox stops or the client goes. */
  | { readonly kind: 'silent' }
  /** The right answer, but not before `until` has come. */
  | { readonly kind: 'slow'; readonly until: Promise<void> }
  /** The right answer, byte after byte, one `every` so many milliseconds (a second), its head at once or dripping too. */
  | { readonly kind: 'drip'; readonly every?: number; readonly from?: 'head' | 'body' }
  /** Half of the answer, then the connection breaks. */
  | { readonly kind: 'cut off' }
  /** The connection breaks before any answer. */
  | { readonly kind: 'hang up' }
  /** A success whose body never ends, as fast as it is read. */
  | { readonly kind: 'endless' }
  /** Something that is not HTTP. */
  | { readonly kind: 'malformed' }
  /** A page for people, with status 200 unless given. */
  | { readonly kind: 'not json'; readonly status?: number }
  | { readonly kind: 'redirect'; readonly status: number; readonly location: string }
  /** The request's own body comes back inside an error. */
  | { readonly kind: 'echo' }
) & { readonly times?: number };

interface Exchange {
  readonly request: SeenRequest;
  readonly response: ServerResponse;
  /** Does what was asked, and gives the right answer. */
  readonly answer: () => Reply;
}

/** Sends the reply as it is. */
export function send({ request, response }: Pick<Exchange, 'request' | 'response'>, reply: Reply): void {
  const { status, headers, text } = render(reply, request.url);
  response.writeHead(status, headers);
  response.end(text);
}

/** Answers as the fault says. */
export async function fail(fault: Fault, exchange: Exchange): Promise<void> {
  const { request, response, answer } = exchange;
  switch (fault.kind) {
    case 'reply':
      return send(exchange, fault.reply);
    case 'silent':
      return undefined;
    case 'slow':
      await fault.until;
      return send(exchange, answer());
    case 'drip':
      return drip(response.socket, toBytes(render(answer(), request.url), fault.from), fault.every);
    case 'cut off':
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{ "name": "half of', () => response.socket?.destroy());
      return undefined;
    case 'hang up':
      response.socket?.destroy();
      return undefined;
    case 'endless':
      return pour(response);
    case 'malformed':
      response.socket?.end('This is no status line.\r\n\r\n');
      return undefined;
    case 'not json':
      return send(exchange, page(fault.status ?? 200));
    case 'redirect':
      return send(exchange, { status: fault.status, headers: { location: fault.location }, body: '' });
    case 'echo':
      return send(exchange, refusals.invalid(request.body));
  }
}

function page(status: number): Reply {
  return {
    status,
    headers: { 'content-type': 'text/html' },
    body: `<!doctype html><title>${status}</title><h1>${STATUS_CODES[status]}</h1>`,
  };
}

/** What goes out at once, and what drips. */
function toBytes(
  { status, headers, text }: Rendered,
  from: 'head' | 'body' = 'body',
): readonly [atOnce: string, Buffer] {
  const lines = Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().map((value) => `${name}: ${value}\r\n`),
  );
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}connection: close\r\n\r\n`;
  return from === 'head' ? ['', Buffer.from(head + text)] : [head, Buffer.from(text)];
}

async function drip(
  socket: Socket | null,
  [atOnce, slowly]: readonly [string, Buffer],
  every: number = 1000,
): Promise<void> {
  socket?.write(atOnce);
  for (const byte of slowly) {
    await pause(every, undefined, { ref: false });
    if (!socket?.writable) return;
    socket.write(Uint8Array.of(byte));
  }
  socket?.end();
}

function pour(response: ServerResponse): void {
  const chunk = ' '.repeat(64 * 1024);
  response.writeHead(200, { 'content-type': 'application/json' });
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  more();
}
