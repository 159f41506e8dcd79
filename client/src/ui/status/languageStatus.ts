// The {} beside the language in the status bar: where a connection file goes, who signs in, and by which rules it is checked.
import { Disposable, type LanguageStatusItem, LanguageStatusSeverity, l10n, languages, workspace } from 'vscode';
import type { Parts } from '../../parts.ts';
import { clearCredential, onDidPutInUse } from '../credentials/pickCredential.ts';
import { withoutLinks } from '../say.ts';

/** Three lines, kept in step with target, credential and trust. Nothing is asked of Atlas for them. */
export function createLanguageStatus(parts: Parts, apiVersion: string): Disposable {
  const items = {
    target: createItem('target', l10n.t('Atlas target')),
    credential: createItem('credential', l10n.t('Atlas credential')),
    rules: createItem('rules', l10n.t('Atlas API version')),
  };
  items.rules.text = l10n.t('Atlas API {0}', apiVersion);
  items.rules.detail = l10n.t('The version that files are checked against');

  const update = () => {
    const target = parts.targets.title();
    const choose = [l10n.t('Choose Target'), 'streamconn.chooseTarget'] as const;
    say(items.target, target ?? l10n.t('No target'), l10n.t('Where connections go'), choose);
    const credential = clearCredential(parts);
    const known = parts.credentials.list().length;
    const [text, action] = credential
      ? ([credential.label, [l10n.t('Test'), 'streamconn.testCredential']] as const)
      : known > 0
        ? ([l10n.t('{0} credentials', known), choose] as const)
        : ([l10n.t('Not signed in'), [l10n.t('Add Credential'), 'streamconn.addCredential']] as const);
    say(items.credential, text, credential?.host ?? l10n.t('Who signs in to Atlas'), action);
    items.target.severity = target ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Warning;
  };
  update();
  return Disposable.from(
    ...Object.values(items),
    parts.targets.onDidChange(update),
    parts.credentials.onDidChangeList(update),
    onDidPutInUse(update),
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
