// Where the program reads from and writes to.

export interface Streams {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}
