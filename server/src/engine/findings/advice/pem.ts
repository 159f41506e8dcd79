// Certificates and private keys in PEM: first their form, then what is in them.
import * as l10n from '@vscode/l10n';
import { clientCommands } from '../../../clientCommands.ts';
import { toPointer } from '../../../jsonPointer.ts';
import { writePlaceholder } from '../../../placeholder.ts';
import type { Place } from '../../schema/places.ts';
import type { Fix } from '../fix.ts';
import type { Remark } from '../remark.ts';
import type { Spot, Surroundings } from './advice.ts';
import { blocksIn, lacksLineBreaks, type PemText, withLineBreaks } from './pemBlocks.ts';
import { certificateFaults, keyFaults } from './pemContents.ts';

interface Wanted {
  readonly noun: () => string;
  readonly label: RegExp;
}

const certificate: Wanted = { noun: () => l10n.t('a certificate'), label: /^(?:X509 |TRUSTED )?CERTIFICATE$/ };
const privateKey: Wanted = { noun: () => l10n.t('a private key'), label: /PRIVATE KEY$/ };
/** What OpenSSL writes before a key on an elliptic curve; harmless. */
const parameters = /PARAMETERS$/;

export function pemCertificates(text: string, at: Spot, surroundings: Surroundings): Remark[] {
  return read(text, at, certificate, (blocks) => certificateFaults(blocks, surroundings));
}

export function pemPrivateKey(text: string, place: Place, surroundings: Surroundings): Remark[] {
  return read(text, place, privateKey, (blocks) => [
    ...blocks.slice(1).map(surplus),
    ...blocks.slice(0, 1).flatMap((block) => keyFaults(block, place, surroundings)),
  ]);
}

/** `contents` is asked about the wanted blocks once the form of all is right. */
function read(
  text: string,
  at: Spot,
  wanted: Wanted,
  contents: (blocks: readonly PemText[]) => readonly Remark[],
): Remark[] {
  if (text.trim() === '') return [];
  const blocks = blocksIn(text).filter(({ label }) => !parameters.test(label));
  if (blocks.length === 0) return [notPem(text, at, wanted)];
  const relined = blocks.some(lacksLineBreaks) ? withLineBreaks(text) : undefined;
  const faults = blocks.flatMap((block) => formFault(block, relined, at, wanted));
  const right = blocks.filter(({ label }) => wanted.label.test(label));
  return faults.length > 0 ? faults : [...contents(right)];
}

/** `relined` is the whole text with its line breaks put in again. */
function formFault(block: PemText, relined: string | undefined, at: Spot, { noun, label }: Wanted): Remark[] {
  const part = { start: block.start, length: block.length };
  const fixes = [insertFile(at)];
  if (!label.test(block.label)) {
    const isExposed = privateKey.label.test(block.label);
    const message = isExposed
      ? l10n.t(
          'A private key has no place here, where Atlas shows it to everyone who may see the connection. Remove it.',
        )
      : l10n.t('This is {found}, but {wanted} belongs here. Put in the right file.', {
          found: nounOf(block.label),
          wanted: noun(),
        });
    return [{ code: 'pem-wrong-kind', message, part, fixes }];
  }
  if (block.endLabel === undefined) {
    const message = l10n.t('The line -----END {0}----- is missing. Copy the whole block.', block.label);
    return [{ code: 'not-pem', message, part, fixes }];
  }
  if (block.endLabel !== block.label) {
    const message = l10n.t('The BEGIN and the END line name different things. Copy the whole block.');
    return [{ code: 'not-pem', message, part, fixes }];
  }
  if (!lacksLineBreaks(block)) return [];
  const title = l10n.t('Put the line breaks in again');
  const again: Fix[] = relined === undefined ? [] : [{ kind: 'replace', value: relined, title }];
  const message = l10n.t('The line breaks of this PEM block are lost. Write each as \\n, or use ${file:PATH}.');
  return [{ code: 'pem-line-breaks', message, part, fixes: [...again, ...fixes] }];
}

function notPem(text: string, at: Spot, { noun }: Wanted): Remark {
  const isPath = /^[\w.-]+(?:\/[\w.-]+)*\.(?:pem|crt|cer|key)$/i.test(text);
  const byFile: Fix[] = isPath ? [{ kind: 'replace', value: writePlaceholder({ kind: 'file', name: text }) }] : [];
  const message = isPath
    ? l10n.t('Expected {0} itself, found what looks like a path. Write it as ${file:PATH}.', noun())
    : l10n.t(
        'Expected {0} as PEM, which begins with -----BEGIN. Put in the whole file, or write ${file:PATH}.',
        noun(),
      );
  return { code: 'not-pem', message, fixes: [...byFile, insertFile(at)] };
}

function surplus({ start, length }: PemText): Remark {
  const message = l10n.t('Only one private key can be used. Remove this one.');
  return { code: 'pem-wrong-kind', message, part: { start, length } };
}

function insertFile({ path }: Spot): Fix {
  const title = l10n.t('Insert PEM from file…');
  return { kind: 'command', title, command: clientCommands.insertPem, arguments: [toPointer(path)] };
}

function nounOf(label: string): string {
  if (certificate.label.test(label)) return certificate.noun();
  if (label.endsWith('CERTIFICATE REQUEST')) return l10n.t('a certificate request');
  return label.endsWith('PUBLIC KEY') ? l10n.t('a public key') : l10n.t('something else');
}
