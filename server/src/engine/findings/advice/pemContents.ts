// What is in certificates and keys, as far as the reader for them can tell.
import * as l10n from '@vscode/l10n';
import { isObject } from '../../json/document.ts';
import { childrenOf, type Place } from '../../schema/places.ts';
import { resolve } from '../../schema/schemaLookup.ts';
import type { Fix } from '../fix.ts';
import type { Remark } from '../remark.ts';
import type { Surroundings } from './advice.ts';
import { blocksIn, isEncrypted, isReal, type PemText } from './pemBlocks.ts';

/** Formats by which the schema marks what belongs to a key, beside it. */
const certificateFormat = 'pem-certificates';
const passwordFormat = 'pem-key-password';

export function certificateFaults(
  blocks: readonly PemText[],
  { certificates, now = Date.now() }: Surroundings,
): Remark[] {
  return blocks.filter(isReal).flatMap(({ text, start, length }): Remark[] => {
    const part = { start, length };
    const read = certificates?.read(text);
    if (read?.kind === 'unreadable')
      return [
        unreadable(
          l10n.t('This certificate cannot be read: part of it is lost or changed. Copy the whole block again.'),
          part,
        ),
      ];
    if (read?.kind !== 'certificate') return [];
    if (read.validTo < now) {
      const message = l10n.t('This certificate expired on {0}. Put in a current one.', dayOf(read.validTo));
      return [{ code: 'certificate-validity', message, part }];
    }
    if (read.validFrom <= now) return [];
    const message = l10n.t(
      'This certificate is valid only from {0} on. Put in a current one, or wait.',
      dayOf(read.validFrom),
    );
    return [{ code: 'certificate-validity', message, part }];
  });
}

export function keyFaults(key: PemText, place: Place, { certificates }: Surroundings): Remark[] {
  const part = { start: key.start, length: key.length };
  if (isEncrypted(key)) return withoutPassword(place);
  if (!isReal(key) || !certificates) return [];
  if (certificates.read(key.text).kind === 'unreadable')
    return [
      unreadable(
        l10n.t('This private key cannot be read: part of it is lost or changed. Copy the whole block again.'),
        part,
      ),
    ];
  const chain = blocksIn(textBeside(place, certificateFormat)).filter(isReal);
  const fit = chain.map(({ text }) => certificates.belongTogether(text, key.text));
  if (fit[0] !== false) return [];
  const message = fit.includes(true)
    ? l10n.t('The certificate of this key must stand before the others. Put it first.')
    : l10n.t('This key and the certificate do not belong together. Put in the key that the certificate was made for.');
  return [{ code: 'key-mismatch', message, part }];
}

function unreadable(message: string, part: NonNullable<Remark['part']>): Remark {
  return { code: 'pem-unreadable', message, part };
}

function withoutPassword({ owner }: Place): Remark[] {
  const name = owner && nameOf(owner, passwordFormat);
  if (name === undefined || !isObject(owner?.value)) return [];
  const password = owner.value[name];
  if (password !== undefined && password !== '') return [];
  const message = l10n.t('The private key is encrypted. Add "{0}", the passphrase that unlocks it.', name);
  const fixes: Fix[] = password === undefined ? [{ kind: 'add', name, path: owner.path }] : [];
  return [{ code: 'key-needs-password', message, fixes }];
}

/** The property that the owner's schemas mark by the format. */
function nameOf({ schemas }: Place, format: string): string | undefined {
  const properties = schemas.flatMap((schema) => Object.entries(schema.properties ?? {}));
  return properties.find(([, said]) => typeof said === 'object' && resolve(said).format === format)?.[0];
}

function textBeside({ owner }: Place, format: string): string {
  const place = owner && childrenOf(owner).find(({ schemas }) => schemas.some((schema) => schema.format === format));
  return typeof place?.value === 'string' ? place.value : '';
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
