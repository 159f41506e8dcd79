// What the client can take, as it says when it begins: what it does not say, it cannot.
import type { ClientCapabilities, TextDocumentClientCapabilities } from 'vscode-languageserver';
import { InsertTextMode, MarkupKind } from 'vscode-languageserver-types';

/** The one reading of a client's capabilities; everything that is sent goes by it. */
export interface Abilities {
  readonly completion: {
    /** Tab stops. */
    readonly snippets: boolean;
    readonly markdown: boolean;
    readonly labelDetails: boolean;
    /** It indents the lines of an item when it is told to. */
    readonly adjustsIndentation: boolean;
  };
  readonly hoverMarkdown: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly codeActions: {
    /** Actions with edits, not commands alone. */
    readonly literals: boolean;
    readonly preferred: boolean;
  };
  /** Edits of a certain version of a document. */
  readonly versionedEdits: boolean;
  /** Tab stops in edits. */
  readonly snippetEdits: boolean;
  readonly linkTooltips: boolean;
  readonly foldingRangesAtMost: number | undefined;
  readonly diagnostics: {
    /** It asks for them, so that none are pushed. */
    readonly pulled: boolean;
    readonly versions: boolean;
    /** Where the code of a rule leads, as an anchor of this page; undefined where the client follows no link. */
    readonly rulesPage: string | undefined;
    readonly data: boolean;
  };
  readonly refreshes: { readonly diagnostics: boolean; readonly codeLenses: boolean };
  readonly settings: { readonly asked: boolean; readonly registered: boolean };
}

/** Reads what a client announces; `rulesPage` is the address that its links can lead to. */
export function readAbilities(
  { textDocument = {}, workspace = {} }: ClientCapabilities,
  rulesPage: string | undefined,
): Abilities {
  const { completion, hover, documentSymbol, codeAction, documentLink, foldingRange } = textDocument;
  const { diagnostic, publishDiagnostics } = textDocument;
  const item = completion?.completionItem;
  return {
    completion: {
      snippets: item?.snippetSupport ?? false,
      markdown: prefersMarkdown(item?.documentationFormat),
      labelDetails: item?.labelDetailsSupport ?? false,
      adjustsIndentation: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.adjustIndentation) ?? false,
    },
    hoverMarkdown: prefersMarkdown(hover?.contentFormat),
    hierarchicalSymbols: documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    codeActions: {
      literals: codeAction?.codeActionLiteralSupport !== undefined,
      preferred: codeAction?.isPreferredSupport ?? false,
    },
    versionedEdits: workspace.workspaceEdit?.documentChanges ?? false,
    snippetEdits: workspace.workspaceEdit?.snippetEditSupport ?? false,
    linkTooltips: documentLink?.tooltipSupport ?? false,
    foldingRangesAtMost: foldingRange?.rangeLimit,
    diagnostics: {
      pulled: diagnostic !== undefined,
      versions: publishDiagnostics?.versionSupport ?? false,
      rulesPage: followsLinks(textDocument) ? rulesPage : undefined,
      data: diagnostic?.dataSupport ?? publishDiagnostics?.dataSupport ?? false,
    },
    refreshes: {
      diagnostics: workspace.diagnostics?.refreshSupport ?? false,
      codeLenses: workspace.codeLens?.refreshSupport ?? false,
    },
    settings: {
      asked: workspace.configuration ?? false,
      registered: workspace.didChangeConfiguration?.dynamicRegistration ?? false,
    },
  };
}

/** Up to LSP 3.17 a client that pulls has only the place of one that is pushed to for saying so. */
function followsLinks({ diagnostic, publishDiagnostics }: TextDocumentClientCapabilities): boolean {
  return diagnostic?.codeDescriptionSupport ?? publishDiagnostics?.codeDescriptionSupport ?? false;
}

/** Whether it comes first among the formats, which stand in the order in which the client likes them. */
function prefersMarkdown(formats: readonly MarkupKind[] = []): boolean {
  return formats[0] === MarkupKind.Markdown;
}
