// The {} beside the language in the status bar: where a connection file goes, who signs in, and by which rules it is checked.

import {
  type Command,
  Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  window,
  workspace,
} from 'vscode';
import type { CredentialEntry } from '../../core/place.ts';
import { clearCredential, onDidPutInUse } from '../credentials/pickCredential.ts';
import { inBackground } from '../languageServer/attempt.ts';
import type { Uses } from '../services.ts';
import { withoutLinks } from '../window/say.ts';

/** Three lines, kept up to date with target, credential and trust. Nothing is asked of Atlas for them. */
export function createLanguageStatus(
  services: Uses<'credentials' | 'log' | 'targets' | 'workspaceState'>,
  apiVersion: string,
): Disposable {
  const items = {
    target: createItem('target', l10n.t('Atlas target')),
    credential: createItem('credential', l10n.t('Atlas credential')),
    rules: createItem('rules', l10n.t('Atlas API version')),
  };
  items.rules.text = l10n.t('Atlas API {0}', apiVersion);
  items.rules.detail = l10n.t('The version that files are checked against');

  const updateTarget = () =>
    sayTarget(items.target, services.targets.title(window.activeTextEditor?.document.uri ?? null));
  const update = async () => {
    updateTarget();
    await sayCredential(items.credential, services);
  };
  const begin = () => inBackground(services.log, 'languageStatus', update());
  begin();
  return Disposable.from(
    ...Object.values(items),
    services.targets.onDidChange(begin),
    services.credentials.onDidChangeList(begin),
    onDidPutInUse(begin),
    // Who signs in is the same in every editor, and not looked up again: nothing is, where a workspace is not trusted.
    window.onDidChangeActiveTextEditor(updateTarget),
    workspace.onDidGrantWorkspaceTrust(begin),
  );
}

function sayTarget(item: LanguageStatusItem, target: string | undefined): void {
  say(item, target ?? l10n.t('No target'), l10n.t('Where connections go'), chooseTarget());
  item.severity = target ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Warning;
}

async function sayCredential(
  item: LanguageStatusItem,
  services: Uses<'credentials' | 'workspaceState'>,
): Promise<void> {
  const credential = await clearCredential(services);
  if (credential) {
    const detail = credential.isGone ? l10n.t('No longer stored') : credential.host;
    say(item, credential.label, detail, commandFor(credential));
    return;
  }
  const known = (await services.credentials.list()).length;
  const text = known > 0 ? l10n.t('{0} credentials', known) : l10n.t('Not signed in');
  say(item, text, l10n.t('Who signs in to Atlas'), known > 0 ? chooseTarget() : addCredential());
}

function createItem(id: string, name: string): LanguageStatusItem {
  const item = languages.createLanguageStatusItem(`streamconn.${id}`, { language: 'streamconn' });
  item.name = name;
  return item;
}

function chooseTarget(): Command {
  return { title: l10n.t('Choose Target'), command: 'streamconn.chooseTarget' };
}

function addCredential(): Command {
  return { title: l10n.t('Add Credential'), command: 'streamconn.addCredential' };
}

function commandFor({ id, isGone }: CredentialEntry): Command {
  return isGone
    ? { title: l10n.t('Replace Credential'), command: 'streamconn.replaceCredential', arguments: [undefined, id] }
    : { title: l10n.t('Test'), command: 'streamconn.testCredential' };
}

/** Without trust there is nothing to press, for every action would be refused. */
function say(item: LanguageStatusItem, text: string, detail: string, command: Command): void {
  item.text = withoutLinks(text);
  item.detail = withoutLinks(detail);
  item.command = workspace.isTrusted ? command : undefined;
}
