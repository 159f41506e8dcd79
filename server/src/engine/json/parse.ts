// Reads a JSON text in one pass: its tree, and what keeps it from being JSON. What is broken does not hide the rest.
import type { ArrayNode, LiteralNode, ObjectNode, PropertyNode, StringNode, ValueNode } from './node.ts';
import { scanErrors, scannerOf, token } from './scan.ts';

/** Levels of `{` and `[` that a file may open; a connection needs four. */
export const maxNesting = 100;

export type ProblemKind =
  | (typeof scanErrors)[number]
  | 'comment'
  | 'trailing-comma'
  | 'duplicate-key'
  | 'too-deep'
  | 'value-expected'
  | 'property-expected'
  | 'colon-expected'
  | 'comma-expected'
  | 'object-not-closed'
  | 'array-not-closed'
  | 'key-without-quotes'
  | 'number-format'
  | 'no-value'
  | 'text-behind';

export interface Problem {
  readonly kind: ProblemKind;
  /** In UTF-16 code units. */
  readonly offset: number;
  readonly length: number;
}

export interface ParsedText {
  /** Undefined where there is no value; of a text that nests too deep, nothing is read. */
  readonly root: ValueNode | undefined;
  /** Of those in a row that begin at one offset, the first; the comments are the last. */
  readonly problems: readonly Problem[];
}

export function parse(text: string): ParsedText {
  return new Parser(text).parse();
}

/** Nodes while they are read. */
type Open<N> = { -readonly [K in keyof N]: N[K] };
type OpenObject = Open<ObjectNode> & { readonly properties: PropertyNode[]; readonly byKey: Map<string, PropertyNode> };
type OpenArray = Open<ArrayNode> & { readonly items: ValueNode[] };
type Parent = ValueNode['parent'];

const endOfProperty: readonly number[] = [token.closeBrace, token.comma];
const endOfItem: readonly number[] = [token.closeBracket, token.comma];

class Parser {
  readonly #text: string;
  readonly #scanner: ReturnType<typeof scannerOf>;
  readonly #problems: Problem[] = [];
  readonly #comments: Problem[] = [];
  /** Properties whose key stands before them already. */
  readonly #repeating = new Set<PropertyNode>();
  #token = 0;
  #depth = 0;
  #tooDeep: Problem | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#scanner = scannerOf(text);
  }

  parse(): ParsedText {
    this.#next();
    if (this.#token === token.end) return { root: undefined, problems: this.#found() };
    const root = this.#value(undefined);
    if (this.#tooDeep) return { root: undefined, problems: [this.#tooDeep] };
    if (!root) this.#report('no-value');
    else if (this.#token !== token.end) this.#report('text-behind');
    return { root, problems: this.#found() };
  }

  #found(): readonly Problem[] {
    return this.#comments.length === 0 ? this.#problems : [...this.#problems, ...this.#comments];
  }

  /** Goes on to the next token that is neither space nor comment. */
  #next(): void {
    const scanner = this.#scanner;
    for (;;) {
      this.#token = scanner.scan();
      const error = scanner.getTokenError();
      if (error !== 0) this.#report(scanErrors[error - 1] ?? 'broken-string');
      switch (this.#token) {
        case token.lineComment:
        case token.blockComment:
          this.#comments.push({ kind: 'comment', offset: scanner.getTokenOffset(), length: scanner.getTokenLength() });
          break;
        case token.space:
        case token.lineBreak:
          break;
        default:
          return;
      }
    }
  }

  /** At the token; at the end of the text, at the last character of it. */
  #report(kind: ProblemKind): void {
    const offset = this.#scanner.getTokenOffset();
    const length = this.#scanner.getTokenLength();
    const isAtEnd = length === 0 && offset > 0;
    const end = isAtEnd ? this.#text.slice(0, offset).trimEnd().length : 0;
    this.#reportAt(kind, isAtEnd ? Math.max(0, end - 1) : offset, isAtEnd ? 1 : length);
  }

  #reportAt(kind: ProblemKind, offset: number, length: number): void {
    if (this.#problems.at(-1)?.offset !== offset) this.#problems.push({ kind, offset, length });
  }

  #skipTo(tokens: readonly number[]): void {
    while (this.#token !== token.end && !tokens.includes(this.#token)) this.#next();
  }

  #value(parent: Parent): ValueNode | undefined {
    switch (this.#token) {
      case token.openBrace:
        return this.#isTooDeep() ? undefined : this.#object(parent);
      case token.openBracket:
        return this.#isTooDeep() ? undefined : this.#array(parent);
      case token.string:
        return this.#string(parent);
      default:
        return this.#literal(parent);
    }
  }

  /** Opens one more level; the parser recurses and would run out of stack, so too many end it. */
  #isTooDeep(): boolean {
    if (++this.#depth <= maxNesting) return false;
    this.#tooDeep = { kind: 'too-deep', offset: this.#scanner.getTokenOffset(), length: 1 };
    this.#scanner.setPosition(this.#text.length);
    this.#next();
    return true;
  }

  #object(parent: Parent): ObjectNode {
    const node: OpenObject = {
      type: 'object',
      offset: this.#scanner.getTokenOffset(),
      length: 0,
      parent,
      properties: [],
      byKey: new Map(),
    };
    this.#members(token.closeBrace, 'property-expected', endOfProperty, () => this.#property(node));
    this.#close(node, token.closeBrace, 'object-not-closed');
    return node;
  }

  #array(parent: Parent): ArrayNode {
    const node: OpenArray = {
      type: 'array',
      offset: this.#scanner.getTokenOffset(),
      length: 0,
      parent,
      items: [],
    };
    this.#members(token.closeBracket, 'value-expected', endOfItem, () => {
      const item = this.#value(node);
      if (item) node.items.push(item);
      return item !== undefined;
    });
    this.#close(node, token.closeBracket, 'array-not-closed');
    return node;
  }

  /** Reads members up to the closing token; `read` tells whether there was one. */
  #members(close: number, missing: ProblemKind, end: readonly number[], read: () => boolean): void {
    this.#next();
    for (let isFirst = true; this.#token !== close && this.#token !== token.end; isFirst = false) {
      this.#separator(close, isFirst ? missing : 'comma-expected', isFirst);
      if (this.#token === close || read()) continue;
      this.#report(missing);
      this.#skipTo(end);
    }
  }

  /** Before the first member there is to be none, before each other one comma, and behind it a member. */
  #separator(close: number, problem: ProblemKind, isFirst: boolean): void {
    if (isFirst === (this.#token === token.comma)) this.#report(problem);
    if (this.#token !== token.comma) return;
    const comma = this.#scanner.getTokenOffset();
    this.#next();
    if (this.#token === close && !isFirst) this.#reportAt('trailing-comma', comma, 1);
  }

  #close(node: Open<ObjectNode | ArrayNode>, close: number, problem: ProblemKind): void {
    this.#depth--;
    const isClosed = this.#token === close;
    if (!isClosed) this.#report(problem);
    node.length = this.#scanner.getTokenOffset() + this.#scanner.getTokenLength() - node.offset;
    if (isClosed) this.#next();
  }

  #property(parent: OpenObject): boolean {
    const offset = this.#scanner.getTokenOffset();
    if (!this.#isAtKey()) return false;
    const keyNode = this.#string(undefined);
    const node: Open<PropertyNode> = { type: 'property', offset, length: keyNode.length, parent, keyNode };
    (keyNode as Open<StringNode>).parent = node;
    this.#take(parent, node);
    if (this.#token === token.colon) this.#next();
    else {
      this.#report('colon-expected');
      // The key of the next line is no value of this one.
      if (this.#token === token.string && this.#isOnLaterLine(offset)) return true;
    }
    const valueNode = this.#value(node);
    if (valueNode) {
      node.valueNode = valueNode;
      node.length = valueNode.offset + valueNode.length - offset;
    } else {
      this.#report('value-expected');
      node.length = this.#scanner.getTokenOffset() + this.#scanner.getTokenLength() - offset;
      this.#skipTo(endOfProperty);
    }
    return true;
  }

  #isAtKey(): boolean {
    if (this.#token === token.unknown) this.#report('key-without-quotes');
    return this.#token === token.string || this.#token === token.unknown;
  }

  /** Those that share their key are all told of, each once. */
  #take({ properties, byKey }: OpenObject, node: PropertyNode): void {
    const { keyNode } = node;
    const before = byKey.get(keyNode.value);
    if (before) {
      this.#reportAt('duplicate-key', keyNode.offset, keyNode.length);
      if (!this.#repeating.has(before)) this.#reportAt('duplicate-key', before.keyNode.offset, before.keyNode.length);
      this.#repeating.add(node);
    }
    properties.push(node);
    byKey.set(keyNode.value, node);
  }

  #isOnLaterLine(offset: number): boolean {
    return this.#text.slice(offset, this.#scanner.getTokenOffset()).includes('\n');
  }

  #string(parent: StringNode['parent']): StringNode {
    const scanner = this.#scanner;
    const node = {
      type: 'string' as const,
      offset: scanner.getTokenOffset(),
      length: scanner.getTokenLength(),
      parent,
      value: scanner.getTokenValue(),
    };
    this.#next();
    return node;
  }

  #literal(parent: Parent): LiteralNode | undefined {
    const type = typeOf(this.#token);
    if (!type) return undefined;
    const scanner = this.#scanner;
    const offset = scanner.getTokenOffset();
    const length = scanner.getTokenLength();
    const value = readLiteral(scanner.getTokenValue());
    if (value === undefined) this.#report('number-format');
    this.#next();
    return { type, offset, length, parent, value: value === undefined ? Number.NaN : value };
  }
}

function typeOf(scanned: number): LiteralNode['type'] | undefined {
  switch (scanned) {
    case token.null:
      return 'null';
    case token.true:
    case token.false:
      return 'boolean';
    case token.number:
      return 'number';
    default:
      return undefined;
  }
}

function readLiteral(text: string): LiteralNode['value'] | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
