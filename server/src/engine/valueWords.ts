// What a placeholder stands for, and what is in a certificate; never any part of a secret.
import { placeholderKinds } from './completion/placeholderOffers.ts';
import type { CertificateReader, PemBlock } from './findings/advice/certificates.ts';
import { blocksIn } from './findings/advice/pemBlocks.ts';
import { code } from './markdown.ts';
import { findPlaceholders } from './placeholders.ts';

/** Where the value comes from, and whether a secret is stored where that is known; undefined of another text. */
export function placeholderWords(value: string, secretNames: readonly string[] | undefined): string | undefined {
  const [placeholder] = findPlaceholders(value);
  if (!placeholder) return undefined;
  const { kind, name } = placeholder;
  const meaning = Object.hasOwn(placeholderKinds, kind) ? placeholderKinds[kind] : 'This kind is not known.';
  const isStored = secretNames?.includes(name) ? 'It is stored.' : '**It is not stored yet.**';
  const stored = kind === 'secret' && secretNames ? ` ${isStored}` : '';
  return `Placeholder ${code(`${kind}:${name}`)}. ${meaning}${stored}`;
}

/** One paragraph for each PEM block of the text; none where there is no reader. */
export function certificateWords(value: string, reader: CertificateReader | undefined): string[] {
  if (!reader) return [];
  return blocksIn(value).map(({ text }) => wordsOn(reader.read(text)));
}

function wordsOn(block: PemBlock): string {
  switch (block.kind) {
    case 'certificate':
      return [
        '**Certificate**',
        `- Subject: ${code(block.subject)}`,
        `- Issuer: ${block.issuer === block.subject ? 'itself' : code(block.issuer)}`,
        `- Valid from ${toDay(block.validFrom)} to ${toDay(block.validTo)}`,
        `- Key type: ${code(block.keyType)}`,
      ].join('\n');
    case 'privateKey':
      return `**Private key**, ${block.isEncrypted ? 'encrypted with a passphrase' : code(block.keyType ?? 'unknown')}.`;
    case 'unreadable':
      return 'A PEM block that cannot be read.';
  }
}

function toDay(time: number): string {
  return Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : 'an unknown day';
}
