// Names and values of HTTP headers.
import * as l10n from '@vscode/l10n';
import type { JsonPath } from '../../json/jsonPath.ts';
import type { Fix } from '../fix.ts';
import type { Remark } from '../remark.ts';

/** A token of RFC 9110. */
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Remarks on the headers at `path`, each about one of them. */
export function headers(written: Readonly<Record<string, unknown>>, path: JsonPath): Remark[] {
  const remarks: Remark[] = [];
  const names = Object.keys(written);
  // Of names that are all in lower case, none is another one.
  const firstOf = names.some((name) => name !== name.toLowerCase()) ? firstNames(names) : undefined;
  for (const name of names) {
    const value = written[name];
    if (!token.test(name)) remarks.push(invalidName(name, [...path, name], firstOf ?? firstNames(names)));
    const first = firstOf?.get(name.toLowerCase()) ?? name;
    if (first !== name) remarks.push(duplicate(first, [...path, name]));
    if (typeof value === 'string' && /[\r\n\0]/.test(value) && !value.includes('${')) {
      remarks.push(invalidValue(value, [...path, name]));
    }
  }
  return remarks;
}

/** The first of those that differ in their case only, by its letters in lower case. */
function firstNames(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.toReversed().map((name) => [name.toLowerCase(), name]));
}

function invalidName(name: string, path: JsonPath, taken: ReadonlyMap<string, string>): Remark {
  const meant = name.trim().replace(/\s*:$/, '').replaceAll(' ', '-');
  const fixes: Fix[] = token.test(meant) && !taken.has(meant.toLowerCase()) ? [{ kind: 'rename', to: meant }] : [];
  const message = l10n.t('Atlas ignores a header with such a name. Use letters, digits and hyphens only.');
  return { code: 'invalid-header-name', message, path, on: 'key', fixes };
}

function duplicate(first: string, path: JsonPath): Remark {
  const message = l10n.t(
    'This header is the same as {0}: case does not count in header names. Remove one of them.',
    JSON.stringify(first),
  );
  return { code: 'duplicate-header', message, path, on: 'key', fixes: [{ kind: 'remove' }] };
}

function invalidValue(value: string, path: JsonPath): Remark {
  const meant = value.replaceAll(/[\r\n\0]+/g, ' ').trim();
  const message = l10n.t('A header’s value is one line. Remove the line breaks.');
  const fixes: Fix[] = [{ kind: 'replace', value: meant, title: l10n.t('Remove the line breaks') }];
  return { code: 'invalid-header-value', message, path, fixes };
}
