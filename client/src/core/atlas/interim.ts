// A connection without interim answers (RFC 9110 section 15.2): undici takes 100 Continue for a broken one.
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

/** Bytes of an interim answer that are kept at the most; undici refuses longer heads as well. */
const headLimit = 16 * 1024;

/** What every interim answer begins with. */
const opening = 'HTTP/1.1 1';

/** The same connection as the socket, where an answer begins with its final head. */
export class WithoutInterim extends Duplex {
  readonly #socket: Socket;
  /** What has come of a head that may be interim; absent once it is clear that it is not. */
  #head: Buffer | undefined;

  constructor(socket: Socket) {
    super();
    this.#socket = socket;
    socket.on('data', (bytes: Buffer) => this.#take(bytes));
    socket.on('end', () => this.push(null));
    socket.on('error', (error) => this.destroy(error));
    socket.on('close', () => this.destroy());
  }

  #take(bytes: Buffer): void {
    this.#head &&= Buffer.concat([this.#head, bytes]);
    const final = this.#head ? withoutInterim(this.#head) : bytes;
    if (!final) return;
    this.#head = undefined;
    if (!this.push(final)) this.#socket.pause();
  }

  override _read(): void {
    this.#socket.resume();
  }

  /** undici writes a request all at once, and what comes next is the beginning of an answer. */
  override _writev(parts: readonly { readonly chunk: Buffer }[], callback: (error?: Error | null) => void): void {
    this.#head = Buffer.alloc(0);
    this.#socket.write(Buffer.concat(parts.map(({ chunk }) => chunk)), callback);
  }

  override _destroy(error: Error | null, callback: (error: Error | null) => void): void {
    this.#socket.destroy();
    callback(error);
  }
}

/** An answer from its final head on; `undefined` where more has to come before it is clear where that begins. */
export function withoutInterim(bytes: Buffer): Buffer | undefined {
  let rest = bytes;
  while (opening.startsWith(rest.toString('latin1', 0, opening.length))) {
    const length = rest.indexOf('\r\n\r\n') + 4;
    if (length < 4) return rest.length > headLimit ? rest : undefined;
    // 101 is final: there is no HTTP after it.
    if (!/^HTTP\/1\.1 1(?!01)\d\d[ \r]/.test(rest.toString('latin1', 0, length))) return rest;
    rest = rest.subarray(length);
  }
  return rest;
}
