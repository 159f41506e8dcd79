// One open connection file: its text, syntax tree and value, parsed once per version.
import { getNodeValue } from 'jsonc-parser';
import type { ASTNode, JSONDocument, LanguageService } from 'vscode-json-languageservice';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { findTooDeep } from './nesting.ts';

export interface StreamConnDocument {
  readonly text: TextDocument;
  readonly json: JSONDocument;
  readonly root: ASTNode | undefined;
  /** The JSON value as far as it could be read; objects have no prototype. */
  readonly value: unknown;
  /** The root's `type` where it is a string, known or not. */
  readonly type: string | undefined;
  /** Offset (UTF-16 code units) of the first bracket that nests too deep; the text is then not parsed at all. */
  readonly tooDeep: number | undefined;
}

/** Gives the parsed form of a document; the same object until its version changes. */
export function createDocumentReader(languageService: LanguageService): (text: TextDocument) => StreamConnDocument {
  const parsed = new WeakMap<TextDocument, { version: number; document: StreamConnDocument }>();
  return (text) => {
    const known = parsed.get(text);
    if (known?.version === text.version) return known.document;
    const document = parse(languageService, text);
    parsed.set(text, { version: text.version, document });
    return document;
  };
}

function parse(languageService: LanguageService, text: TextDocument): StreamConnDocument {
  const tooDeep = findTooDeep(text.getText());
  const json =
    tooDeep === undefined ? languageService.parseJSONDocument(text) : languageService.newJSONDocument(undefined);
  const { root } = json;
  const value = root && getNodeValue(root as Parameters<typeof getNodeValue>[0]);
  return { text, json, root, value, type: typeOf(value), tooDeep };
}

function typeOf(value: unknown): string | undefined {
  return isObject(value) && typeof value.type === 'string' ? value.type : undefined;
}

/** Whether a JSON value is an object (not null, not an array). */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
