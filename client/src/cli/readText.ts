// Reads one file, or standard input: never more than a connection can be, and never anything but text.
import { closeSync, openSync, readSync } from 'node:fs';

/** A connection has kilobytes, with all its certificates; a megabyte of nothing but mistakes is checked within seconds. */
export const megabytesAtMost = 1;

export type ReadText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Holds one file after the other, and a byte more than one may have. */
const buffer = new Uint8Array(megabytesAtMost * 1024 * 1024 + 1);

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The text of a file of any kind, which need not have an end. */
export function readFile(file: string): ReadText {
  try {
    const descriptor = openSync(file, 'r');
    try {
      return textOf(readInto(descriptor));
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return unreadable(error);
  }
}

/** The text that a stream gives, such as standard input. */
export async function readStream(chunks: AsyncIterable<Uint8Array>): Promise<ReadText> {
  try {
    let length = 0;
    for await (const chunk of chunks) {
      buffer.set(chunk.subarray(0, buffer.length - length), length);
      length += chunk.length;
      if (length >= buffer.length) break;
    }
    return textOf(length);
  } catch (error) {
    return unreadable(error);
  }
}

/** How many bytes there are. */
function readInto(descriptor: number): number {
  let length = 0;
  while (length < buffer.length) {
    const read = readSync(descriptor, buffer, length, buffer.length - length, null);
    if (read === 0) break;
    length += read;
  }
  return length;
}

function textOf(length: number): ReadText {
  if (length >= buffer.length) {
    return { kind: 'unreadable', reason: `it is too large for a connection (more than ${megabytesAtMost} MB).` };
  }
  return { kind: 'text', text: decoder.decode(buffer.subarray(0, length)) };
}

function unreadable(error: unknown): ReadText {
  return { kind: 'unreadable', reason: reasonFor((error as NodeJS.ErrnoException).code) };
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
