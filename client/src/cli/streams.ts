// Where the program reads from and writes to.
import type { Readable } from 'node:stream';

export interface Streams {
  readonly stdin: Readable;
  out(text: string): void;
  error(text: string): void;
}
