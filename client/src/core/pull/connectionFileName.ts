// The file that a connection is kept in, named after it: connections have names that no file can have.

/** Bytes. Systems allow 255, the ending among them. */
const longest = 200;

/** A plain file name on every system; other characters become `_`. With `number`, one besides those without. */
export function connectionFileName(name: string, number?: number): string {
  const plain = cut(name.replaceAll(/[^\p{L}\p{N} ._-]+/gu, '_').trim()).replaceAll(/\.{2,}|^\.|[. ]+$/g, '_');
  // Windows keeps these for devices, whatever stands behind the dot.
  const isDevice = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i.test(plain);
  const counted = number === undefined ? '' : `-${number}`;
  return `${isDevice || plain === '' ? '_' : ''}${plain}${counted}.streamconn.json`;
}

/** Never within a character. */
function cut(text: string): string {
  return text.slice(0, new TextEncoder().encodeInto(text, new Uint8Array(longest)).read);
}
