// Whether a text outlives an edit: every character of it but white space is still there, in order, unless it was named.
import { createScanner, findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';

/** From the first character up to the one behind the last. */
type Stretch = readonly [start: number, end: number];

/** The text without its white space, and without what is named. */
export function squeeze(text: string, named: readonly Stretch[] = []): string {
  const kept = [...named].sort(([a], [b]) => a - b);
  let at = 0;
  const parts = kept.map(([start, end]) => {
    const part = text.slice(at, Math.max(at, start));
    at = Math.max(at, end);
    return part;
  });
  return [...parts, text.slice(at)].join('').replaceAll(/\s+/g, '');
}

/** Whether all of `part` is in `whole`, in its order. */
export function isInOrder(part: string, whole: string): boolean {
  let at = 0;
  for (const character of part) {
    at = whole.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The tokens and comments of a text, without white space. */
export function tokensOf(content: string): Token[] {
  const tokens: Token[] = [];
  const scanner = createScanner(content);
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    const text = content.slice(start, end);
    if (text.trim() !== '') tokens.push({ text, start, end });
  }
  return tokens;
}

/** What goes with a property, an item or a comment: commas between tokens. They are counted by whether the text is JSON. */
function commasOf(content: string): Stretch[] {
  return tokensOf(content)
    .filter(({ text }) => text === ',')
    .map(({ start, end }) => [start, end]);
}

/** Whether nothing is lost by the quick fix but what its title names. */
export function survives(text: TextDocument, action: CodeAction, after: string): boolean {
  const before = text.getText();
  const rest = squeeze(after, commasOf(after));
  const commas = commasOf(before);
  return namedBy(text, action).some(
    ({ gone, kept = '' }) => isInOrder(squeeze(before, [...commas, ...gone]), rest) && rest.includes(kept),
  );
}

/** One reading of a title: what it says goes, and what of that is to be found elsewhere. */
interface Named {
  readonly gone: readonly Stretch[];
  readonly kept?: string;
}

function namedBy(text: TextDocument, { title, diagnostics = [] }: CodeAction): Named[] {
  const content = text.getText();
  const key = /^Remove "(.*)"$/.exec(title)?.[1];
  const nodes = nodesOf(parseTree(content));
  const properties = nodes.filter(({ type }) => type === 'property');
  if (key !== undefined) return namesakes(nodes, key).map((gone) => ({ gone }));
  if (title === 'Remove this item') return nodes.filter(isItem).map((item) => ({ gone: [stretchOf(item)] }));
  if (title === 'Remove this one, keep the other') return properties.map((one) => ({ gone: [stretchOf(one)] }));
  if (title === 'Remove this comma') return [{ gone: [] }];
  if (title.startsWith('Add ') && !title.startsWith('Add port')) return [{ gone: [] }];
  if (title.startsWith('Move to ') && !title.includes('secret')) return properties.map((one) => moved(content, one));
  if (title.startsWith('Write the line breaks')) return [{ gone: [] }];
  // The comment, the key or the value that the finding is drawn on, and nothing else.
  return diagnostics.map((diagnostic) => ({ gone: [drawnOn(text, diagnostic)] }));
}

function moved(content: string, property: Node): Named {
  const value = property.children?.[1];
  const [start, end] = value ? stretchOf(value) : [0, 0];
  const written = content.slice(start, end);
  return { gone: [stretchOf(property)], kept: squeeze(written, commasOf(written)) };
}

/** For each object that has the key: all of its properties of that name. */
function namesakes(nodes: readonly Node[], key: string): Stretch[][] {
  const objects = nodes.filter((node) => node.type === 'object');
  const found = objects.map(({ children = [] }) =>
    children.filter(({ children: [name] = [] }) => JSON.stringify(name?.value).slice(1, -1) === key),
  );
  return found.filter(({ length }) => length > 0).map((group) => group.map(stretchOf));
}

/** The stretches of the properties at these JSON paths. */
export function propertiesAt(content: string, paths: readonly (readonly (string | number)[])[]): Stretch[] {
  const root = parseTree(content);
  return paths.flatMap((path) => {
    const node = root && findNodeAtLocation(root, [...path]);
    return node ? [stretchOf(node.parent?.type === 'property' ? node.parent : node)] : [];
  });
}

function nodesOf(node: Node | undefined): Node[] {
  return node ? [node, ...(node.children ?? []).flatMap(nodesOf)] : [];
}

function isItem({ parent }: Node): boolean {
  return parent?.type === 'array';
}

function stretchOf({ offset, length }: Node): Stretch {
  return [offset, offset + length];
}

function drawnOn(text: TextDocument, { range }: Diagnostic): Stretch {
  return [text.offsetAt(range.start), text.offsetAt(range.end)];
}
