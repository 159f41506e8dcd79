// The {} beside the language in the status bar: where a connection file goes, who signs in, and by which rules it is checked.
import { Disposable, type LanguageStatusItem, LanguageStatusSeverity, languages, workspace } from 'vscode';
import type { Parts } from '../parts.ts';
import { clearCredential } from './pickCredential.ts';
import { withoutLinks } from './say.ts';

/** Three lines, kept in step with target, credential and trust. Nothing is asked of Atlas for them. */
export function createLanguageStatus(parts: Parts, apiVersion: string): Disposable {
  const items = {
    target: createItem('target', 'Atlas target'),
    credential: createItem('credential', 'Atlas credential'),
    rules: createItem('rules', 'Atlas API version'),
  };
  items.rules.text = `Atlas API ${apiVersion}`;
  items.rules.detail = 'The version that files are checked against';

  const update = () => {
    const target = parts.targets.title();
    say(items.target, target ?? 'No target', 'Where connections go', ['Choose Target', 'streamconn.chooseTarget']);
    const credential = clearCredential(parts);
    const known = parts.credentials.list().length;
    const [text, action] = credential
      ? ([credential.label, ['Test', 'streamconn.testCredential']] as const)
      : known > 0
        ? ([`${known} credentials`, ['Choose Target', 'streamconn.chooseTarget']] as const)
        : (['Not signed in', ['Add Credential', 'streamconn.addCredential']] as const);
    say(items.credential, text, credential?.host ?? 'Who signs in to Atlas', action);
    items.target.severity = target ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Warning;
  };
  update();
  return Disposable.from(
    ...Object.values(items),
    parts.targets.onDidChange(update),
    parts.credentials.onDidChangeList(update),
    workspace.onDidGrantWorkspaceTrust(update),
  );
}

function createItem(id: string, name: string): LanguageStatusItem {
  const item = languages.createLanguageStatusItem(`streamconn.${id}`, { language: 'streamconn' });
  item.name = name;
  return item;
}

/** Without trust there is nothing to press, for every action would be refused. */
function say(
  item: LanguageStatusItem,
  text: string,
  detail: string,
  [title, command]: readonly [title: string, command: string],
): void {
  item.text = withoutLinks(text);
  item.detail = withoutLinks(detail);
  item.command = workspace.isTrusted ? { title, command } : undefined;
}
