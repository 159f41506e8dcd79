// Names of connections as names of documents: they come from files and from Atlas, and “Save As” makes files of them.

const longest = 80;

/** One segment of a path that is a plain file name everywhere; other characters become `_`. The extension stays. */
export function documentName(prefix: string, name: string, extension: string): string {
  const plain = name.replaceAll(/[^\p{L}\p{N} ._-]+/gu, '_').replaceAll(/\.{2,}/g, '_');
  return `${prefix} ${Array.from(plain).slice(0, longest).join('')}${extension}`;
}
