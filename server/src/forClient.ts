// What the engine says, in the form that the client can take.
import {
  type CodeAction,
  type Command,
  type CompletionItem,
  type Diagnostic,
  type DocumentLink,
  type DocumentSymbol,
  type Hover,
  InsertTextFormat,
  InsertTextMode,
  MarkupContent,
  MarkupKind,
  type SymbolInformation,
} from 'vscode-languageserver-types';
import type { Abilities } from './abilities.ts';
import { rules } from './engine/index.ts';
import { withoutMarkdown, withoutTabStops } from './plainText.ts';

/** `hasCommands`: whether the client can run the command that opens the next list. */
export function completionItemFor(client: Abilities, hasCommands: boolean, item: CompletionItem): CompletionItem {
  const { command, documentation, labelDetails, ...rest } = item;
  return {
    ...(client.completion.snippets ? rest : withoutSnippet(client, rest)),
    ...(command && hasCommands ? { command } : {}),
    ...(labelDetails && client.completion.labelDetails ? { labelDetails } : {}),
    ...(documentation === undefined ? {} : { documentation: words(client.completion.markdown, documentation) }),
  };
}

function withoutSnippet(client: Abilities, item: CompletionItem): CompletionItem {
  const { textEdit } = item;
  return {
    ...item,
    insertTextFormat: InsertTextFormat.PlainText,
    ...(client.completion.adjustsIndentation ? { insertTextMode: InsertTextMode.adjustIndentation } : {}),
    ...(textEdit ? { textEdit: { ...textEdit, newText: withoutTabStops(textEdit.newText) } } : {}),
  };
}

/** A text without a format is plain for every client. */
function words(markdown: boolean, said: string | MarkupContent): string | MarkupContent {
  return markdown || !MarkupContent.is(said) ? said : withoutMarkdown(said.value);
}

export function hoverFor(client: Abilities, hover: Hover | null): Hover | null {
  if (!hover || client.hoverMarkdown || !MarkupContent.is(hover.contents)) return hover;
  return { ...hover, contents: { kind: MarkupKind.PlainText, value: withoutMarkdown(hover.contents.value) } };
}

export function symbolsFor(
  client: Abilities,
  uri: string,
  symbols: readonly DocumentSymbol[],
): DocumentSymbol[] | SymbolInformation[] {
  return client.hierarchicalSymbols ? [...symbols] : flat(uri, symbols);
}

function flat(uri: string, symbols: readonly DocumentSymbol[], containerName?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(containerName === undefined ? {} : { containerName }) },
    ...flat(uri, children, name),
  ]);
}

export function linkFor(client: Abilities, { tooltip, ...link }: DocumentLink): DocumentLink {
  return tooltip !== undefined && client.linkTooltips ? { ...link, tooltip } : link;
}

export function diagnosticFor(
  { diagnostics: { rulesPage, ...client } }: Abilities,
  diagnostic: Diagnostic,
): Diagnostic {
  const { data, ...rest } = diagnostic;
  const { source, code } = diagnostic;
  const isOfRule = source === 'streamconn' && code !== undefined && Object.hasOwn(rules, code);
  return {
    ...rest,
    ...(rulesPage !== undefined && isOfRule ? { codeDescription: { href: `${rulesPage}#${code}` } } : {}),
    ...(data !== undefined && client.data ? { data } : {}),
  };
}

/** The action, or its command alone; none where there is nothing that the client could take. */
export function codeActionFor(client: Abilities, action: CodeAction): (CodeAction | Command)[] {
  const { isPreferred, diagnostics, ...rest } = action;
  if (!client.codeActions.literals) return action.command && !action.edit ? [action.command] : [];
  return [
    {
      ...rest,
      ...(isPreferred && client.codeActions.preferred ? { isPreferred } : {}),
      ...(diagnostics ? { diagnostics: diagnostics.map((diagnostic) => diagnosticFor(client, diagnostic)) } : {}),
    },
  ];
}
