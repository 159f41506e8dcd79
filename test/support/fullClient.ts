// The capabilities of a client that takes everything, as VS Code's announces them.
import { type ClientCapabilities, InsertTextMode, MarkupKind } from 'vscode-languageserver';

const formats = [MarkupKind.Markdown, MarkupKind.PlainText];
const diagnostics = { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true };

export const fullClient = {
  workspace: {
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
  textDocument: {
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: formats,
        labelDetailsSupport: true,
        insertTextModeSupport: { valueSet: [InsertTextMode.asIs, InsertTextMode.adjustIndentation] },
      },
    },
    hover: { contentFormat: formats },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source', 'source.fixAll'] } },
      isPreferredSupport: true,
    },
    documentLink: { tooltipSupport: true },
    foldingRange: { rangeLimit: 5000 },
    publishDiagnostics: { ...diagnostics, versionSupport: true },
    diagnostic: diagnostics,
  },
} satisfies ClientCapabilities;
