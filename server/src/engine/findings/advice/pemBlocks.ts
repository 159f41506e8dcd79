// PEM text: blocks in an armour of BEGIN and END lines.
import type { Part } from '../remark.ts';

export interface PemText extends Part {
  /** What the BEGIN line names: `CERTIFICATE`, `RSA PRIVATE KEY`. */
  readonly label: string;
  /** With its armour. */
  readonly text: string;
  /** What stands between the BEGIN and the END line. */
  readonly body: string;
  /** What the END line names; undefined without one. */
  readonly endLabel: string | undefined;
}

const block = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)(?:-----END ([A-Z0-9 ]+)-----|(?=-----BEGIN )|$)/g;

/** The blocks in the text; whatever stands around them is no part of them. */
export function blocksIn(text: string): PemText[] {
  return [...text.matchAll(block)].map(({ index, 0: all, 1: label = '', 2: body = '', 3: endLabel }) => ({
    start: index,
    length: all.trimEnd().length,
    label,
    text: all,
    body,
    endLabel,
  }));
}

/** Whether the lines of the block run together, or their breaks are written as a backslash and an n. */
export function lacksLineBreaks({ body }: PemText): boolean {
  return /\\r|\\n/.test(body) || !/^[ \t]*\r?\n[\s\S]*\n[ \t]*$/.test(body);
}

/** The text with the line breaks of its blocks put in again; undefined where nobody can know where they belong. */
export function withLineBreaks(text: string): string | undefined {
  const unescaped = text.replaceAll(/(?:\\r)?\\n/g, '\n');
  const blocks = blocksIn(unescaped);
  // The header lines of an encrypted key cannot be told from its body.
  if (blocks.some((one) => lacksLineBreaks(one) && one.body.includes(':'))) return undefined;
  const whole = blocks.map((one) => (lacksLineBreaks(one) ? relined(one) : one.text));
  return `${whole.join('\n')}\n`;
}

function relined({ label, body }: PemText): string {
  const words = body.split(/\s+/).filter((word) => word !== '');
  const lines = words.flatMap((word) => word.match(/.{1,64}/g) ?? []);
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join('\n');
}

/** Whether the body is long enough for a real one, and not elided: only then is it worth reading. */
export function isReal({ label, body }: PemText): boolean {
  const least = label.endsWith('KEY') ? 60 : 200;
  return body.replaceAll(/\s/g, '').length >= least && !/\.{3}|…|[<>]/.test(body);
}

/** Whether a private key must be unlocked by a passphrase, as its armour says. */
export function isEncrypted({ label, body }: PemText): boolean {
  return label === 'ENCRYPTED PRIVATE KEY' || /^\s*Proc-Type: 4,ENCRYPTED/.test(body);
}
