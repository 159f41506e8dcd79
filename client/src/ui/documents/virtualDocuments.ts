// Texts shown as read-only documents that exist only in the editor.
import { type Disposable, languages, Uri, window, workspace } from 'vscode';
import { documentName } from './documentName.ts';

/** Documents kept for an editor that is opened again; older ones read as gone. */
const keptAtMost = 20;

export interface VirtualDocuments extends Disposable {
  /** The address of `text`, in which every secret is already masked, as a read-only document titled after the connection. */
  keep(name: string, text: string): Uri;
  /** Opens `text`, in which every secret is already masked, as a read-only editor titled after the connection. */
  show(name: string, text: string): Promise<void>;
}

export interface VirtualDocumentOptions {
  readonly scheme: string;
  /** What the title begins with, before the name of the connection. */
  readonly title: string;
  readonly extension: string;
  readonly language: string;
  /** What stands in a document that is no longer kept. */
  readonly gone: string;
}

export function createVirtualDocuments(options: VirtualDocumentOptions): VirtualDocuments {
  const { scheme, title, extension, language, gone } = options;
  const texts = new Map<string, string>();
  let count = 0;
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: ({ query }) => texts.get(query) ?? gone,
  });
  const keep = (name: string, text: string) => {
    const id = String(++count);
    texts.set(id, text);
    texts.delete(String(count - keptAtMost));
    return Uri.from({ scheme, path: `/${documentName(title, name, extension)}`, query: id });
  };
  return {
    keep,
    show: async (name, text) => {
      const document = await workspace.openTextDocument(keep(name, text));
      await window.showTextDocument(await languages.setTextDocumentLanguage(document, language), { preview: true });
    },
    dispose: () => provider.dispose(),
  };
}
