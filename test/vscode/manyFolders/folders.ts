// The two folders of the workspace, dev and prod: their files, and what their settings say of the target.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CodeLens, ConfigurationTarget, commands, type TextDocument, Uri, window, workspace } from 'vscode';
import { poll } from '../suite/poll.ts';

export function folder(name: 'dev' | 'prod'): Uri {
  const found = workspace.workspaceFolders?.find((one) => one.name === name);
  if (!found) throw new Error(`The tests need the folder ${name}.`);
  return found.uri;
}

export async function setTargetOf(
  name: 'dev' | 'prod',
  groupId: string | undefined,
  tenantName: string | undefined,
): Promise<void> {
  const settings = workspace.getConfiguration('streamconn', folder(name));
  await settings.update('projectId', groupId, ConfigurationTarget.WorkspaceFolder);
  await settings.update('instance', tenantName, ConfigurationTarget.WorkspaceFolder);
}

/** What the folder's settings file says; an empty object without one. */
export function settingsOf(name: 'dev' | 'prod'): Record<string, unknown> {
  const path = join(folder(name).fsPath, '.vscode/settings.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

/** Writes `shop.streamconn.json` of the folder and shows it. */
export async function openShop(name: 'dev' | 'prod', content: object): Promise<TextDocument> {
  const uri = Uri.joinPath(folder(name), 'shop.streamconn.json');
  writeFileSync(uri.fsPath, JSON.stringify(content, null, 2));
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document);
  return document;
}

/** Until the target lens of the file says this. */
export function targetLensBecomes(document: TextDocument, title: string): Promise<unknown> {
  return poll(`the lens “${title}”`, async () => {
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    return lenses.some(({ command }) => command?.title === `$(target) ${title}`);
  });
}
