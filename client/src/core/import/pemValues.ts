// Certificates and keys that stand in the settings of other clients.

/** PEM with the line breaks that a setting of one line has lost or has written as `\n`; other text as it is. */
export function withLineBreaks(text: string): string {
  return text
    .replaceAll(/\\r\\n|\\n/g, '\n')
    .replaceAll(
      /-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]*)-----END \1-----/g,
      (_, label: string, content: string) =>
        [`-----BEGIN ${label}-----`, ...linesOf(content), `-----END ${label}-----`].join('\n'),
    )
    .replaceAll(/(-----END [A-Z0-9 ]+-----)[ \t]*(?=-----BEGIN)/g, '$1\n');
}

function linesOf(content: string): readonly string[] {
  const lines = content.trim().split(/\s+/);
  return lines.every(({ length }) => length <= 76) ? lines : (lines.join('').match(/.{1,64}/g) ?? []);
}
