// Reads one file, or standard input: never more than a connection can be, and never anything but text.
import { open } from 'node:fs/promises';

/** A connection has kilobytes, with all its certificates; a megabyte of nothing but mistakes is checked within seconds. */
export const megabytesAtMost = 1;

export type ReadText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** The text of a file; `-` is standard input. */
export async function readText(file: string, stdin: AsyncIterable<Uint8Array>): Promise<ReadText> {
  try {
    const bytes = await readAtMost(megabytesAtMost * 1024 * 1024, file === '-' ? stdin : await chunksOf(file));
    if (!bytes)
      return { kind: 'unreadable', reason: `it is too large for a connection (more than ${megabytesAtMost} MB).` };
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    return { kind: 'unreadable', reason: reasonFor((error as NodeJS.ErrnoException).code) };
  }
}

async function chunksOf(file: string): Promise<AsyncIterable<Uint8Array>> {
  return (await open(file)).createReadStream();
}

async function readAtMost(limit: number, chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const read: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > limit) return undefined;
    read.push(chunk);
  }
  return Buffer.concat(read);
}

function reasonFor(code: string | undefined): string {
  switch (code) {
    case 'ENOENT':
      return 'there is no such file.';
    case 'EISDIR':
      return 'this is a folder. Name the files in it.';
    case 'EACCES':
      return 'you may not read this file.';
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return 'this is not a text in UTF-8.';
    default:
      return `it cannot be read (${code ?? 'unknown reason'}).`;
  }
}
