// All fixes that cannot change what a file means, at once.

import { type Finding, isBroken } from '../findings/finding.ts';
import type { StreamConnDocument } from '../json/document.ts';
import { nodeAt } from '../json/jsonPath.ts';
import type { JsonNode } from '../json/node.ts';
import { changesOf, membersToRemove } from './changes.ts';
import { type Change, removeMembers } from './members.ts';

/**
 * The changes of the first safe fix of each finding, without those inside of others; none while the text is broken.
 * Comments in what goes need no care: they go too.
 */
export function safeChanges(document: StreamConnDocument, findings: readonly Finding[]): Change[] {
  if (isBroken(findings)) return [];
  const removed: JsonNode[] = [];
  const changes: Change[] = [];
  for (const finding of findings) {
    const fix = finding.fixes.find(({ isSafe }) => isSafe);
    if (!fix || fix.kind === 'add' || fix.kind === 'command') continue;
    // Neighbours have one comma between them, so they must go together.
    if (fix.kind === 'remove') for (const node of nodesToRemove(document, finding, fix.path)) removed.push(node);
    else for (const change of changesOf(document, finding, fix) ?? []) changes.push(change);
  }
  return withoutOverlaps([...changes, ...removeMembers(removed)]);
}

function nodesToRemove({ root }: StreamConnDocument, finding: Finding, path = finding.path): readonly JsonNode[] {
  const node = root && nodeAt(root, path);
  return node ? membersToRemove(node) : [];
}

function withoutOverlaps(changes: readonly Change[]): Change[] {
  const kept: Change[] = [];
  let end = -1;
  for (const change of changes.toSorted((a, b) => a.offset - b.offset || b.length - a.length)) {
    if (change.offset < end) continue;
    kept.push(change);
    end = change.offset + change.length;
  }
  return kept;
}
