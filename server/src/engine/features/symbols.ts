// Outline and breadcrumbs. They show the values, and people share their screens: a secret is shown as words.
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { isPlaceholder } from '../../placeholder.ts';
import { withoutSecretParts } from '../../secrets.ts';
import type { StreamConnDocument } from '../json/document.ts';
import type { JsonPath } from '../json/jsonPath.ts';
import type { JsonNode, ValueNode } from '../json/node.ts';
import { rangeOf } from '../json/ranges.ts';
import { isSecretAt, secretWords } from '../schema/secretPlaces.ts';

/** More would only slow the editor down. */
const atMost = 5000;

const kinds: { readonly [type in ValueNode['type']]: SymbolKind } = {
  object: SymbolKind.Module,
  array: SymbolKind.Array,
  string: SymbolKind.String,
  number: SymbolKind.Number,
  boolean: SymbolKind.Boolean,
  null: SymbolKind.Variable,
};

/** One symbol for each property and item, inside each other as they are. */
export function findSymbols({ text, root }: StreamConnDocument): DocumentSymbol[] {
  let left = atMost;
  const rangeOfNode = ({ offset, length }: JsonNode) => rangeOf(text, offset, length);
  const symbolsIn = (owner: ValueNode, path: JsonPath): DocumentSymbol[] => {
    const members = membersOf(owner);
    const beside = Object.fromEntries(members.map(({ key, value }) => [key, shown(value)]));
    return members.flatMap(({ key, value, keyNode, whole }) => {
      if (left-- <= 0) return [];
      const at = [...path, key];
      const detail = owner.type === 'object' ? detailOf(value, at, beside) : undefined;
      return {
        name: nameOf(key),
        kind: kinds[value.type],
        range: rangeOfNode(whole),
        selectionRange: rangeOfNode(keyNode),
        ...(detail === undefined ? {} : { detail }),
        children: symbolsIn(value, at),
      };
    });
  };
  return root ? symbolsIn(root, []) : [];
}

interface Member {
  readonly key: string | number;
  readonly value: ValueNode;
  /** An item has no key: it is drawn as a whole. */
  readonly keyNode: JsonNode;
  readonly whole: JsonNode;
}

function membersOf(node: ValueNode): readonly Member[] {
  switch (node.type) {
    case 'array':
      return node.items.map((value, key) => ({ key, value, keyNode: value, whole: value }));
    case 'object':
      return node.properties.flatMap((whole) => {
        const { keyNode, valueNode } = whole;
        return valueNode ? [{ key: keyNode.value, value: valueNode, keyNode, whole }] : [];
      });
    default:
      return [];
  }
}

/** A symbol without a name is not shown. */
function nameOf(key: string | number): string {
  const name = withoutSecretParts(String(key)).replaceAll('\n', '↵');
  return name.trim() === '' ? JSON.stringify(name) : name;
}

function detailOf(node: ValueNode, path: JsonPath, beside: unknown): string | undefined {
  const text = shown(node);
  const isHidden = text !== undefined && !isPlaceholder(text) && isSecretAt(path, text, beside);
  return isHidden ? secretWords() : text;
}

function shown(node: ValueNode): string | undefined {
  switch (node.type) {
    case 'object':
      return node.properties.length > 0 ? undefined : '{}';
    case 'array':
      return node.items.length > 0 ? undefined : '[]';
    default:
      return String(node.value);
  }
}
