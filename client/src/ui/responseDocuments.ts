// What Atlas answered, as read-only documents that exist only in the editor.
import { type Disposable, languages, Uri, window, workspace } from 'vscode';
import { documentName } from './documentName.ts';

const scheme = 'streamconn-response';

/** Answers kept for an editor that is opened again; older ones read as gone. */
const keptAtMost = 20;

export interface ResponseDocuments extends Disposable {
  /** Opens `text`, in which every secret is already masked, as a read-only editor titled after the connection. */
  show(name: string, text: string): Promise<void>;
}

export function createResponseDocuments(): ResponseDocuments {
  const texts = new Map<string, string>();
  let count = 0;
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: ({ query }) => texts.get(query) ?? 'This answer is no longer kept.',
  });
  return {
    show: async (name, text) => {
      const id = String(++count);
      texts.set(id, text);
      texts.delete(String(count - keptAtMost));
      const uri = Uri.from({ scheme, path: `/${documentName('Atlas answered', name, '.json')}`, query: id });
      const document = await workspace.openTextDocument(uri);
      await window.showTextDocument(await languages.setTextDocumentLanguage(document, 'json'), { preview: true });
    },
    dispose: () => provider.dispose(),
  };
}
