// Reads a JSON text in one pass: its tree, and what keeps it from being JSON. What is broken does not hide the rest.
import type { ArrayNode, LiteralNode, ObjectNode, PropertyNode, StringNode, ValueNode } from './node.ts';
import type { Problem, ProblemKind } from './problem.ts';
import { readLiteral, token } from './scan.ts';
import { TokenReader } from './tokenReader.ts';

/** Levels of `{` and `[` that a file may open; a connection needs four. */
export const maxNesting = 100;

export interface ParsedText {
  /** Undefined where there is no value; of a text that nests too deep, nothing is read. */
  readonly root: ValueNode | undefined;
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
  readonly #reader: TokenReader;
  /** Properties whose key stands before them already. */
  readonly #repeating = new Set<PropertyNode>();
  #depth = 0;
  #tooDeep: Problem | undefined;

  constructor(text: string) {
    this.#reader = new TokenReader(text);
  }

  parse(): ParsedText {
    const reader = this.#reader;
    reader.next();
    if (reader.token === token.end) return { root: undefined, problems: reader.problems };
    const root = this.#value(undefined);
    if (this.#tooDeep) return { root: undefined, problems: [this.#tooDeep] };
    if (!root) reader.report('no-value');
    else if (reader.token !== token.end) reader.report('text-behind');
    return { root, problems: reader.problems };
  }

  #value(parent: Parent): ValueNode | undefined {
    switch (this.#reader.token) {
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
    this.#tooDeep = { kind: 'too-deep', offset: this.#reader.offset, length: 1 };
    this.#reader.skipAll();
    return true;
  }

  #object(parent: Parent): ObjectNode {
    const { offset } = this.#reader;
    const node: OpenObject = { type: 'object', offset, length: 0, parent, properties: [], byKey: new Map() };
    this.#members(token.closeBrace, 'property-expected', endOfProperty, () => this.#property(node));
    this.#close(node, token.closeBrace, 'object-not-closed');
    return node;
  }

  #array(parent: Parent): ArrayNode {
    const node: OpenArray = { type: 'array', offset: this.#reader.offset, length: 0, parent, items: [] };
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
    const reader = this.#reader;
    reader.next();
    for (let isFirst = true; reader.token !== close && reader.token !== token.end; isFirst = false) {
      this.#separator(close, isFirst ? missing : 'comma-expected', isFirst);
      if (reader.token === close || read()) continue;
      reader.report(missing);
      reader.skipTo(end);
    }
  }

  /** Before the first member there is to be none, before each other one comma, and behind it a member. */
  #separator(close: number, problem: ProblemKind, isFirst: boolean): void {
    const reader = this.#reader;
    if (isFirst === (reader.token === token.comma)) reader.report(problem);
    if (reader.token !== token.comma) return;
    const comma = reader.offset;
    reader.next();
    if (reader.token === close && !isFirst) reader.reportAt('trailing-comma', comma, 1);
  }

  #close(node: Open<ObjectNode | ArrayNode>, close: number, problem: ProblemKind): void {
    this.#depth--;
    const isClosed = this.#reader.token === close;
    if (!isClosed) this.#reader.report(problem);
    node.length = this.#lengthFrom(node.offset);
    if (isClosed) this.#reader.next();
  }

  #lengthFrom(offset: number): number {
    return this.#reader.offset + this.#reader.length - offset;
  }

  #property(parent: OpenObject): boolean {
    const reader = this.#reader;
    const { offset } = reader;
    if (!this.#isAtKey()) return false;
    const keyNode = this.#string(undefined);
    const node: Open<PropertyNode> = { type: 'property', offset, length: keyNode.length, parent, keyNode };
    (keyNode as Open<StringNode>).parent = node;
    this.#take(parent, node);
    if (reader.token === token.colon) reader.next();
    else {
      reader.report('colon-expected');
      // The key of the next line is no value of this one.
      if (reader.token === token.string && reader.isOnLaterLine(offset)) return true;
    }
    const valueNode = this.#value(node);
    if (valueNode) {
      node.valueNode = valueNode;
      node.length = valueNode.offset + valueNode.length - offset;
    } else {
      reader.report('value-expected');
      node.length = this.#lengthFrom(offset);
      reader.skipTo(endOfProperty);
    }
    return true;
  }

  #isAtKey(): boolean {
    const reader = this.#reader;
    if (reader.token === token.unknown) reader.report('key-without-quotes');
    return reader.token === token.string || reader.token === token.unknown;
  }

  /** Those that share their key are all told of, each once. */
  #take({ properties, byKey }: OpenObject, node: PropertyNode): void {
    const { keyNode } = node;
    const before = byKey.get(keyNode.value);
    if (before) {
      this.#reader.reportAt('duplicate-key', keyNode.offset, keyNode.length);
      const { offset, length } = before.keyNode;
      if (!this.#repeating.has(before)) this.#reader.reportAt('duplicate-key', offset, length);
      this.#repeating.add(node);
    }
    properties.push(node);
    byKey.set(keyNode.value, node);
  }

  #string(parent: StringNode['parent']): StringNode {
    const { offset, length, value } = this.#reader;
    this.#reader.next();
    return { type: 'string', offset, length, parent, value };
  }

  #literal(parent: Parent): LiteralNode | undefined {
    const reader = this.#reader;
    const type = literals[reader.token];
    if (!type) return undefined;
    const { offset, length } = reader;
    const value = readLiteral(reader.value);
    if (value === undefined) reader.report('number-format');
    reader.next();
    return { type, offset, length, parent, value: value === undefined ? Number.NaN : value };
  }
}

const literals: { readonly [scanned: number]: LiteralNode['type'] } = {
  [token.null]: 'null',
  [token.true]: 'boolean',
  [token.false]: 'boolean',
  [token.number]: 'number',
};
