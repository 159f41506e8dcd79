// The properties that are missing, as changes of the text.
import { toPointer } from '../../jsonPointer.ts';
import { nameSecrets } from '../connection/secretNaming.ts';
import type { StreamConnDocument } from '../json/document.ts';
import { type JsonPath, nodeAt } from '../json/jsonPath.ts';
import { atLine } from './changes.ts';
import { fillIn, type Gap } from './fillIn.ts';
import { type Change, insertMembers } from './members.ts';
import { createSnippetPen, plainPen, writeMember } from './writeJson.ts';

export interface Additions {
  readonly plain: readonly Change[];
  /** The same with tab stops, as snippets; the editor indents them. */
  readonly snippets: readonly Change[];
}

/** What fills the gaps; undefined where an object that should have the property is none. No new secret is a stored one. */
export function additionsFor(
  { text, root, value }: StreamConnDocument,
  gaps: readonly Gap[],
  storedSecrets: readonly string[] | undefined,
): Additions | undefined {
  const source = text.getText();
  const filled = fillIn(value, gaps, nameSecrets(text.uri, value, storedSecrets));
  const snippetPen = createSnippetPen(filled.choicesAt);
  const plain: Change[] = [];
  const snippets: Change[] = [];
  for (const { path, names } of byOwner(gaps)) {
    const owner = root && nodeAt(root, path);
    if (owner?.type !== 'object') return undefined;
    const insert = (pen: typeof plainPen) =>
      insertMembers(source, owner, (layout) =>
        [...names].map((name) => writeMember(pen, [...path, name], filled.valueOf({ path, name }), layout)),
      );
    plain.push(atLine(source, insert(plainPen)));
    snippets.push(insert(snippetPen));
  }
  return { plain, snippets };
}

function byOwner(gaps: readonly Gap[]): Iterable<{ readonly path: JsonPath; readonly names: ReadonlySet<string> }> {
  const owners = new Map<string, { readonly path: JsonPath; readonly names: Set<string> }>();
  for (const { path, name } of gaps) {
    const pointer = toPointer(path);
    const owner = owners.get(pointer) ?? { path, names: new Set() };
    owners.set(pointer, owner);
    owner.names.add(name);
  }
  return owners.values();
}
