// Properties and items taken out of a text or put into it, with the commas and line breaks that go with them.
import { type ArrayNode, endOf, type JsonNode, type ObjectNode, type PropertyNode } from '../json/node.ts';

/** The characters from `offset` on, `length` of them, become `content`; counted in UTF-16 code units. */
export interface Change {
  readonly offset: number;
  readonly length: number;
  readonly content: string;
}

/** How the text is laid out: its line break and one step of its indentation. */
export interface Layout {
  readonly lineBreak: string;
  readonly indent: string;
}

/** Writes members, `"key": value`, over several lines as the layout says, or without one on one line. */
export type Write = (layout: Layout | undefined) => readonly string[];

/** The layout of a text, guessed from its first line break and its first indented line. */
function layoutOf(source: string): Layout {
  return {
    lineBreak: /\r?\n/.exec(source)?.[0] ?? '\n',
    indent: /^(?:\t| +)(?=\S)/m.exec(source)?.[0] ?? '  ',
  };
}

/** What stands as one in its object or array: the property of a value, or the item itself. */
export function memberOf(value: JsonNode): JsonNode {
  return value.parent?.type === 'property' ? value.parent : value;
}

/** Takes members out, each with one comma; of several side by side, all together. */
export function removeMembers(members: Iterable<JsonNode>): Change[] {
  const gone = new Set(members);
  const containers = new Set([...gone].map(({ parent }) => parent));
  return [...containers].flatMap((container) =>
    container?.type === 'object' || container?.type === 'array' ? removeFrom(container, gone) : [],
  );
}

function removeFrom(container: ObjectNode | ArrayNode, gone: ReadonlySet<JsonNode>): Change[] {
  const all: readonly JsonNode[] = container.type === 'object' ? container.properties : container.items;
  if (all.every((member) => isGone(member, gone))) return [emptied(container)];
  const changes: Change[] = [];
  for (let first = 0; first < all.length; first++) {
    let next = first;
    while (isGone(all[next], gone)) next++;
    if (next > first) changes.push(cutBetween(all, first, next));
    first = next;
  }
  return changes;
}

function isGone(member: JsonNode | undefined, gone: ReadonlySet<JsonNode>): boolean {
  return member !== undefined && gone.has(member);
}

/** Takes out the members from `first` up to `next`; behind one that stays with the comma before, else the one behind. */
function cutBetween(all: readonly JsonNode[], first: number, next: number): Change {
  const [before, begin, last, behind] = [all[first - 1], all[first], all[next - 1], all[next]];
  const start = before ? endOf(before) : (begin?.offset ?? 0);
  const end = before || !behind ? last && endOf(last) : behind.offset;
  return { offset: start, length: (end ?? start) - start, content: '' };
}

function emptied({ offset, length }: JsonNode): Change {
  return { offset: offset + 1, length: length - 2, content: '' };
}

/** Puts members behind the last one of the object, over as many lines as it has. */
export function insertMembers(source: string, object: ObjectNode, write: Write): Change {
  const inside = source.slice(object.offset + 1, object.offset + object.length - 1);
  const last = object.properties.at(-1);
  const layout = (last ? inside : source).includes('\n') ? layoutOf(source) : undefined;
  const members = write(layout);
  if (last) {
    const separator = layout ? `,${layout.lineBreak}` : ', ';
    return { offset: endOf(last), length: 0, content: members.map((member) => separator + member).join('') };
  }
  const block = layout
    ? members.map((member) => layout.lineBreak + layout.indent + indented(member, layout.lineBreak, layout.indent))
    : members.map((member) => ` ${member}`);
  // What else stands between the braces, a comment, stays.
  if (inside.trim() !== '') return { offset: object.offset + 1, length: 0, content: block.join(',') };
  return { offset: object.offset, length: object.length, content: `{${block.join(',')}${layout?.lineBreak ?? ' '}}` };
}

/** The block with all of its lines but the first moved to the right. */
export function indented(block: string, lineBreak: string, by: string): string {
  return block.replaceAll(lineBreak, lineBreak + by);
}

/** What the line of `offset` begins with, up to its first other character. */
export function lineIndent(source: string, offset: number): string {
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(source.slice(start, offset))?.[0] ?? '';
}

/** The object's properties of that key: more than one where it is written twice. */
export function sameKey(property: PropertyNode): PropertyNode[] {
  const { parent, keyNode } = property;
  return parent?.type === 'object' ? parent.properties.filter((other) => other.keyNode.value === keyNode.value) : [];
}
