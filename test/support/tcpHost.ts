// A host of bare TCP or TLS that does with each connection what a test says, and counts them.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

export interface TcpHost {
  readonly port: number;
  /** How many connections there have been. */
  readonly count: number;
  /** How many there still are. */
  readonly open: number;
  /**
   * How many more come while this test itself connects and is answered fifty times, one after the other: a client that
   * connects again on its own would be faster.
   */
  more(): Promise<number>;
  stop(): Promise<void>;
}

/** `meet` gets each connection; with a key and certificate, once TLS is agreed on. */
export async function startTcpHost(
  meet: (socket: Socket) => void,
  tls?: { readonly key: string; readonly cert: string },
): Promise<TcpHost> {
  const sockets = new Set<Socket>();
  let count = 0;
  const server = tls ? createTlsServer(tls, meet) : createServer(meet);
  server.on('connection', (socket: Socket) => {
    count++;
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  server.on('secureConnection', (socket: Socket) => socket.on('error', () => undefined));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    get count() {
      return count;
    },
    get open() {
      return sockets.size;
    },
    more: async () => {
      const before = count;
      for (let own = 0; own < 50; own++) {
        const socket = connect(port, '127.0.0.1');
        await once(socket, 'connect');
        socket.destroy();
        await once(socket, 'close');
      }
      while (count < before + 50) await new Promise((resolve) => setImmediate(resolve));
      return count - before - 50;
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Calls back once the head of a request has come. */
export function onHead(then: (socket: Socket, head: string) => void): (socket: Socket) => void {
  return (socket) => {
    let text = '';
    socket.on('data', (part) => {
      text += part;
      if (!text.includes('\r\n\r\n')) return;
      const head = text;
      text = '';
      then(socket, head);
    });
  };
}
