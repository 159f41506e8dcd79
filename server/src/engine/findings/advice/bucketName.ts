// Names of S3 buckets, by the rules that AWS publishes.
import * as l10n from '@vscode/l10n';
import type { Remark } from '../remark.ts';
import { parseIPv4 } from './addresses.ts';

export function bucketName(name: string): Remark[] {
  const message = faultOf(name);
  if (name === '' || !message) return [];
  const meant = /^(?:s3[an]?:\/\/|arn:aws[a-z-]*:s3:::)([^/]+)/i.exec(name)?.[1] ?? name.trim();
  const fixes = meant !== name && !faultOf(meant) ? [{ kind: 'replace', value: meant } as const] : [];
  return [{ code: 'bucket-name', message, fixes }];
}

function faultOf(name: string): string | undefined {
  if (/^(?:s3[an]?:\/\/|arn:)/i.test(name)) return l10n.t('Write the bucket’s name alone, without s3:// or ARN.');
  if (name.length < 3 || name.length > 63) return l10n.t('A bucket’s name has 3 to 63 characters. Correct it.');
  if (!/^[a-z0-9.-]+$/.test(name)) {
    return l10n.t('A bucket’s name has lower-case letters, digits, hyphens and dots only. Correct it.');
  }
  if (!/^[a-z0-9].*[a-z0-9]$/.test(name) || name.includes('..')) {
    return l10n.t('A bucket’s name begins and ends with a letter or digit, and no two dots meet. Correct it.');
  }
  if (parseIPv4(name)) return l10n.t('A bucket’s name is not an IP address. Correct it.');
  return /^(?:xn--|sthree-|amzn-s3-demo-)|-s3alias$|--ol-s3$|\.mrap$|--x-s3$|--table-s3$/.test(name)
    ? l10n.t('AWS keeps this beginning or ending of a name for itself. Write the name of a general purpose bucket.')
    : undefined;
}
