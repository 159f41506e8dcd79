// What a placeholder stands for, and what is in a certificate; never any part of a secret.
import * as l10n from '@vscode/l10n';
import { isPlaceholderKind, type PlaceholderKind, readPlaceholder } from '../../placeholder.ts';
import type { CertificateReader, PemBlock } from '../findings/advice/certificates.ts';
import { blocksIn } from '../findings/advice/pemBlocks.ts';
import { code } from './markdown.ts';

/** What each kind of placeholder stands for. */
export const kindWords: Readonly<Record<PlaceholderKind, () => string>> = {
  secret: () => l10n.t('A value from the secret storage of the editor. It is never in the file.'),
  env: () =>
    l10n.t('A value from the environment: on the command line, or in a trusted workspace that has allowed it.'),
  file: () => l10n.t('The text of a file inside the workspace folder, such as a PEM certificate.'),
};

/** Where the value comes from, and whether a secret is stored where that is known; undefined of another text. */
export function placeholderWords(value: string, secretNames: readonly string[] | undefined): string | undefined {
  const source = readPlaceholder(value);
  if (!source) return undefined;
  const { kind, name } = source;
  const meaning = isPlaceholderKind(kind) ? kindWords[kind]() : l10n.t('This kind is not known.');
  const isStored = secretNames?.includes(name) ? l10n.t('It is stored.') : `**${l10n.t('It is not stored.')}**`;
  const stored = kind === 'secret' && secretNames ? ` ${isStored}` : '';
  return `${l10n.t('Placeholder {0}.', code(`${kind}:${name}`))} ${meaning}${stored}`;
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
        `**${l10n.t('Certificate')}**`,
        `- ${l10n.t('Subject: {0}', code(block.subject))}`,
        block.issuer === block.subject
          ? `- ${l10n.t('Issuer: itself')}`
          : `- ${l10n.t('Issuer: {0}', code(block.issuer))}`,
        `- ${l10n.t('Valid from {0} to {1}', toDay(block.validFrom), toDay(block.validTo))}`,
        `- ${l10n.t('Key type: {0}', code(block.keyType))}`,
      ].join('\n');
    case 'privateKey':
      return block.isEncrypted
        ? l10n.t('**Private key**, encrypted with a passphrase.')
        : l10n.t('**Private key**, {0}.', code(block.keyType ?? l10n.t('unknown')));
    case 'unreadable':
      return l10n.t('A PEM block that cannot be read.');
  }
}

function toDay(time: number): string {
  return Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : l10n.t('an unknown day');
}
