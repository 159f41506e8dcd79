// What the code of a diagnostic leads to: the section on its rule, out of the page that ships with the extension.
import { type Diagnostic, type Disposable, Uri, workspace } from 'vscode';

const scheme = 'streamconn-rule';

/** Shows the sections of `page`, which is Markdown with a heading of the second level for each code. */
export function createRulePages(page: Uri): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async ({ path }) =>
      sectionOf(new TextDecoder().decode(await workspace.fs.readFile(page)), path.slice(1, -'.md'.length)),
  });
}

/** Has the link of the diagnostic, if there is one, lead to the section on its rule. */
export function linkToRulePage(diagnostic: Diagnostic): void {
  const { code } = diagnostic;
  if (typeof code === 'object') diagnostic.code = { ...code, target: Uri.from({ scheme, path: `/${code.value}.md` }) };
}

function sectionOf(page: string, code: string): string {
  const section = page.split(/^(?=## )/m).find((part) => part.startsWith(`## ${code}\n`));
  return section?.slice(1) ?? '';
}
