// The file that a connection is kept in, named after it: connections have names that no file can have.

const longest = 100;

/** A plain file name on every system; other characters become `_`. */
export function connectionFileName(name: string): string {
  const plain = Array.from(name.replaceAll(/[^\p{L}\p{N} ._-]+/gu, '_').trim())
    .slice(0, longest)
    .join('')
    .replaceAll(/\.{2,}|^\.|[. ]+$/g, '_');
  // Windows keeps these for devices, whatever stands behind the dot.
  const isDevice = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i.test(plain);
  return `${isDevice || plain === '' ? '_' : ''}${plain}.streamconn.json`;
}
