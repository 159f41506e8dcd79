// What came of deploying many files, as a text that can be kept.
import * as l10n from '@vscode/l10n';

export type EndKind = 'failed' | 'changed' | 'notSent' | 'faulty' | 'created' | 'updated' | 'upToDate' | 'leftOut';

/** How it ended for one file. */
export interface FileEnd {
  readonly kind: EndKind;
  readonly path: string;
  /** The connection's, where the file tells it. */
  readonly name: string | undefined;
  /** Sentences: why, and the next step; empty where there is nothing to say. No secret in them. */
  readonly text: string;
}

/** What needs a person first. */
const order: readonly EndKind[] = [
  'failed',
  'changed',
  'notSent',
  'faulty',
  'created',
  'updated',
  'upToDate',
  'leftOut',
];

/** How many files ended in each way, as a sentence for each way that there is. */
export function countEnds(ends: readonly FileEnd[]): string[] {
  return order.flatMap((kind) => {
    const count = ends.filter((end) => end.kind === kind).length;
    return count === 0 ? [] : [`${heading(kind)}: ${count}.`];
  });
}

/** `facts` are lines on where and when. */
export function writeSummary(title: string, facts: readonly string[], ends: readonly FileEnd[]): string {
  const groups = order.flatMap((kind) => {
    const those = ends.filter((end) => end.kind === kind);
    return those.length === 0 ? [] : ['', `${heading(kind)} (${those.length})`, ...those.flatMap(describeEnd)];
  });
  return [title, '', ...facts, ...groups, ''].join('\n');
}

function describeEnd({ path, name, text }: FileEnd): string[] {
  const first = name === undefined ? oneLine(path) : `${oneLine(path)} → ${oneLine(name)}`;
  return ['', `  ${first}`, ...wrap(text).map((line) => `    ${line}`)];
}

/** Names come from files and from Atlas: none of them makes a line that looks like another entry. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}

const widest = 66;

function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= widest) lines.splice(-1, 1, `${line} ${word}`);
    else lines.push(word);
  }
  return lines;
}

function heading(kind: EndKind): string {
  switch (kind) {
    case 'failed':
      return l10n.t('Failed');
    case 'changed':
      return l10n.t('Changed since the plan');
    case 'notSent':
      return l10n.t('Not sent');
    case 'faulty':
      return l10n.t('Cannot be sent');
    case 'created':
      return l10n.t('Created');
    case 'updated':
      return l10n.t('Updated');
    case 'upToDate':
      return l10n.t('Up to date');
    case 'leftOut':
      return l10n.t('Unticked in the plan');
  }
}
