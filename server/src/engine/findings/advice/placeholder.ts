// Placeholders that will not be replaced when the connection is sent, or not by what was meant.
import * as l10n from '@vscode/l10n';
import { clientCommands } from '../../../clientCommands.ts';
import { nearest } from '../../../nearest.ts';
import {
  isPlaceholder,
  isPlaceholderKind,
  nameForms,
  type PlaceholderKind,
  placeholderKinds,
  writePlaceholder,
} from '../../../placeholder.ts';
import type { Fix } from '../fix.ts';
import type { Remark } from '../remark.ts';
import type { Check, Surroundings } from './advice.ts';
import { pathFault } from './placeholderPath.ts';

const nameRules: Readonly<Record<PlaceholderKind, () => string>> = {
  secret: () => l10n.t('Give the secret a name of letters, digits, dot, hyphen and underscore, up to 100 of them.'),
  env: () => l10n.t('Write the variable’s name with letters, digits and underscores, and no digit at its beginning.'),
  file: () => l10n.t('Write a path below the workspace folder: ${file:certificates/ca.pem}.'),
};

const kinds = placeholderKinds.join('|');
const whole = /^\$\{(?<kind>[^{}:]*):(?<name>[^{}]*)\}$/;
const begun = new RegExp(`\\$\\{(?:${kinds}):`, 'i');
const embedded = new RegExp(`${begun.source}[^{}]*\\}`, 'gi');
const unclosed = new RegExp(`${begun.source}[^{}]*$`, 'i');
/** Other brackets: `$(env:A)`, `{{secret:A}}`, `{file:a.pem}`. */
const otherBrackets = new RegExp(`^\\$?[({]{1,2}\\s*(?<kind>${kinds}):(?<name>[^(){}]+)[)}]{1,2}$`, 'i');

export const placeholder: Check = (_at, value, surroundings) => {
  if (value === undefined || !looksLikePlaceholder(value)) return [];
  const { kind, name } = whole.exec(value)?.groups ?? {};
  if (kind !== undefined && name !== undefined) return [...remarksOn(kind, name, surroundings)];
  if (/^\$\{[^{}]*\}$/.test(value)) return [withoutKind(value.slice(2, -1).trim())];
  const other = otherBrackets.exec(value)?.groups;
  if (other) {
    const advice = l10n.t('Write ${secret:NAME}, ${env:NAME} or ${file:PATH}.');
    return [
      notReplaced(advice, writePlaceholder({ kind: `${other.kind}`.toLowerCase(), name: `${other.name}`.trim() })),
    ];
  }
  const open = unclosed.exec(value);
  if (open) {
    const part = { start: open.index, length: value.length - open.index };
    return [{ ...notReplaced(l10n.t('The closing } is missing.'), open.index === 0 ? `${value}}` : undefined), part }];
  }
  // The first few tell enough.
  return [...value.matchAll(embedded)].slice(0, 10).map(({ index, 0: text }) => {
    const advice = l10n.t(
      'A placeholder stands for a whole value. Put all of the value into the secret, variable or file.',
    );
    const part = { start: index, length: text.length };
    return { ...notReplaced(advice, value.trim() === text ? text : undefined), part };
  });
};

/** Whether a text is a placeholder, or is meant to be one or to have one in it. */
export function looksLikePlaceholder(value: string): boolean {
  return begun.test(value) || /^\$\{[^{}]*\}$/.test(value) || otherBrackets.test(value);
}

/** It would be sent letter by letter. */
function notReplaced(advice: string, meant?: string): Remark {
  const fixes: Fix[] = meant !== undefined && isPlaceholder(meant) ? [{ kind: 'replace', value: meant }] : [];
  const message = `${l10n.t('Atlas would get this text as it stands.')} ${advice}`;
  return { code: 'placeholder-syntax', message, fixes };
}

function withoutKind(name: string): Remark {
  const fixes = (['secret', 'env'] as const)
    .filter((kind) => nameForms[kind].test(name))
    .map((kind): Fix => ({ kind: 'replace', value: writePlaceholder({ kind, name }) }));
  const message = l10n.t(
    'Atlas would get this text as it stands. Say where the value comes from: ${secret:NAME}, ${env:NAME} or ${file:PATH}.',
  );
  // Nobody but us gives it a meaning: another service may be sent just this text.
  return { code: 'placeholder-syntax', severity: 'warning', message, fixes };
}

function remarksOn(kind: string, name: string, { secretNames }: Surroundings): Remark[] {
  if (!isPlaceholderKind(kind)) {
    const meant = nearest(kind, placeholderKinds);
    const fixes: Fix[] = meant ? [{ kind: 'replace', value: writePlaceholder({ kind: meant, name }) }] : [];
    const message = l10n.t('There is no such kind of placeholder. Use ${secret:NAME}, ${env:NAME} or ${file:PATH}.');
    return [{ code: 'placeholder-kind', message, fixes }];
  }
  const form = nameForms[kind];
  if (!form.test(name)) {
    // A secret can be stored under the new name; another name of a variable is another variable.
    const meant = kind === 'secret' ? [name.trim(), name.trim().replaceAll(/[^A-Za-z0-9_.-]+/g, '_')] : [name.trim()];
    const fixes = meant.filter((one) => form.test(one)).slice(0, 1);
    const toFix = (one: string): Fix => ({ kind: 'replace', value: writePlaceholder({ kind, name: one }) });
    return [{ code: 'placeholder-syntax', message: nameRules[kind](), fixes: fixes.map(toFix) }];
  }
  if (kind === 'file') return pathFault(name);
  return kind === 'secret' && secretNames && !secretNames.includes(name) ? [notStored(name)] : [];
}

function notStored(name: string): Remark {
  const title = l10n.t('Store secret {0}…', name);
  return {
    code: 'secret-not-stored',
    message: l10n.t('The secret {0} is not stored. Store it now, or type it when the connection is sent.', name),
    fixes: [{ kind: 'command', title, command: clientCommands.storeSecret, arguments: [name] }],
  };
}
