// One open connection file: its text, syntax tree and value, read once per version.
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { toValue, type ValueNode } from './node.ts';
import { maxNesting, type ParsedText, parse } from './parse.ts';

export interface StreamConnDocument {
  readonly text: TextDocument;
  readonly root: ValueNode | undefined;
  /** What keeps the text from being JSON; the same problems as long as the text is. */
  readonly problems: ParsedText['problems'];
  /** The JSON value as far as it could be read; objects have no prototype. */
  readonly value: unknown;
  /** The root's `type` where it is a string, known or not. */
  readonly type: string | undefined;
}

/** Gives the read form of a document; the same object until its version changes. */
export function createDocumentReader(): (text: TextDocument) => StreamConnDocument {
  const read = new WeakMap<TextDocument, { version: number; document: StreamConnDocument }>();
  return (text) => {
    const known = read.get(text);
    if (known?.version === text.version) return known.document;
    const document = readDocument(text);
    read.set(text, { version: text.version, document });
    return document;
  };
}

function readDocument(text: TextDocument): StreamConnDocument {
  const { root, problems } = parse(text.getText());
  const value = toValue(root);
  return { text, root, problems, value, type: typeOf(value) };
}

/** Whether the text nests too deep to be read at all. */
export function isTooDeep({ problems: [first] }: StreamConnDocument): boolean {
  return first?.kind === 'too-deep';
}

function typeOf(value: unknown): string | undefined {
  return isObject(value) && typeof value.type === 'string' ? value.type : undefined;
}

/** Whether the value has more levels of objects and arrays than a file may open. */
export function nestsTooDeep(value: unknown, levels = maxNesting): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => nestsTooDeep(inner, levels - 1));
}

/** Whether a JSON value is an object (not null, not an array). */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
