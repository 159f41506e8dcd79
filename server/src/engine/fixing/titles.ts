// What a fix is called: plain words, with what it writes in them, unless that is secret.
import type { Finding } from '../findings/finding.ts';
import type { Fix } from '../findings/fix.ts';
import type { RefusedFinding } from '../findings/refusals/index.ts';
import type { JsonPath } from '../jsonPath.ts';
import { secretPaths } from '../schemaLookup.ts';

/** Characters of a value that a title shows. */
const shownAtMost = 60;

export function titleOf(finding: Finding | RefusedFinding, fix: Fix): string {
  const path = fix.path ?? finding.path;
  switch (fix.kind) {
    case 'replace':
      return fix.title ?? `Change to ${isSecret(path) ? `a ${typeof fix.value}` : shortened(fix.value)}`;
    case 'rename':
      return `Rename to ${JSON.stringify(fix.to)}`;
    case 'remove': {
      const key = path.at(-1);
      return typeof key === 'string' ? `Remove ${JSON.stringify(key)}` : 'Remove this item';
    }
    case 'drop':
      return 'Remove this one, keep the other';
    case 'move':
      return `Move to ${fix.to.join('.')}`;
    case 'add':
      return `Add ${JSON.stringify(fix.name)}`;
    case 'erase':
      return finding.code === 'comment' ? 'Remove this comment' : 'Remove this comma';
    case 'rewrite':
    case 'command':
      return fix.title;
  }
}

function shortened(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > shownAtMost ? `${text.slice(0, shownAtMost)}…` : text;
}

function isSecret(path: JsonPath): boolean {
  return secretPaths.some(
    (secret) => secret.length === path.length && secret.every((key, at) => key === '*' || key === String(path[at])),
  );
}
