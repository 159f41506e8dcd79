// Texts shown as read-only documents that exist only in the editor.
import { commands, type Disposable, languages, Uri, window, workspace } from 'vscode';
import { documentName } from './documentName.ts';

/** Documents kept for an editor that is opened again; older ones read as gone. */
const keptAtMost = 20;

/** `About` is what a document can be asked for besides its text. */
export interface VirtualDocuments<About = never> extends Disposable {
  /** The address of `text`, in which every secret is already masked, as a read-only document titled after the connection. */
  keep(name: string, text: string, about?: About): Uri;
  /** Opens `text`, in which every secret is already masked, as a read-only editor titled after the connection. */
  show(name: string, text: string): Promise<void>;
  /** What was kept with the document; undefined if it is not kept any more, or none of these. */
  about(uri: Uri): About | undefined;
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

export function createVirtualDocuments<About = never>(options: VirtualDocumentOptions): VirtualDocuments<About> {
  const { scheme, title, extension, language, gone } = options;
  const kept = new Map<string, { readonly text: string; readonly about: About | undefined }>();
  let count = 0;
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: ({ query }) => kept.get(query)?.text ?? gone,
  });
  const keep = (name: string, text: string, about?: About) => {
    const id = String(++count);
    kept.set(id, { text, about });
    kept.delete(String(count - keptAtMost));
    return Uri.from({ scheme, path: `/${documentName(title, name, extension)}`, query: id });
  };
  return {
    keep,
    show: async (name, text) => {
      const document = await workspace.openTextDocument(keep(name, text));
      await window.showTextDocument(await languages.setTextDocumentLanguage(document, language), { preview: true });
    },
    about: (uri) => (uri.scheme === scheme ? kept.get(uri.query)?.about : undefined),
    dispose: () => provider.dispose(),
  };
}

/** Opens the diff editor. */
export async function showDiff(left: Uri, right: Uri, title: string): Promise<void> {
  await commands.executeCommand('vscode.diff', left, right, title, { preview: true });
}
