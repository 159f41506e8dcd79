// What is copied, read back by parsers of the languages: the grammars of tree-sitter, which no compiler has to be there for.
import { join } from 'node:path';
import { Language, type Node, Parser } from 'web-tree-sitter';

const grammars = {
  go: 'tree-sitter-go/tree-sitter-go.wasm',
  powershell: 'tree-sitter-powershell/tree-sitter-powershell.wasm',
  terraform: '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm',
};

const loaded = Parser.init().then(async () => {
  const folder = join(import.meta.dirname, '../../../node_modules');
  const load = async ([name, path]: [string, string]) => [name, await Language.load(join(folder, path))] as const;
  return new Map(await Promise.all(Object.entries(grammars).map(load)));
});

/** The tree of a text that the grammar takes as it is, without an error and without anything that is missing. */
export async function parse(language: keyof typeof grammars, text: string): Promise<Node> {
  const grammar = (await loaded).get(language) ?? null;
  const root = new Parser().setLanguage(grammar).parse(text)?.rootNode;
  if (!root) throw new Error(`There is no tree of ${language}.`);
  const faults = nodesIn(root).filter(({ isError, isMissing }) => isError || isMissing);
  if (faults.length > 0 || root.hasError) {
    throw new Error(`${language}: ${faults.map((node) => `${node.startIndex} ${node.text}`).join('; ')} in ${text}`);
  }
  return root;
}

/** Every node below one of the types, in the order of the text; without types, all. */
export function nodesIn(root: Node, ...types: readonly string[]): Node[] {
  const inside = root.children.flatMap((child) => nodesIn(child, ...types));
  return types.length === 0 || types.includes(root.type) ? [root, ...inside] : inside;
}

/** What a node has in a place that every node of its type has. */
export function only<T>(found: readonly (T | null | undefined)[], what: string): T {
  const [first, ...others] = found;
  if (first === null || first === undefined || others.length > 0) throw new Error(`${found.length} of ${what}`);
  return first;
}
