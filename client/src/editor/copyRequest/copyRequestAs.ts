// Puts the request of the open connection file on the clipboard, in a form for another tool; no secret is in it.
import { commands, env, l10n, type Uri } from 'vscode';
import { type ExportForm, exportForms, shellsOn } from '../../core/export/forms.ts';
import type { Exported, ExportRequest } from '../../core/export/request.ts';
import type { Uses } from '../services.ts';
import { pick } from '../window/ask.ts';
import { putOnClipboard } from '../window/clipboard.ts';
import { say } from '../window/say.ts';
import { type PreparedExport, prepareExport } from './exportRequest.ts';

/** `uri` is the file's; without it, an open one is found. Cancelled, it leaves the clipboard alone. */
export async function copyRequestAs(
  services: Uses<'credentials' | 'log' | 'prepareRequest' | 'targets' | 'workspaceState'>,
  uri: Uri | undefined,
): Promise<void> {
  const prepared = await prepareExport(services, uri);
  const items = exportForms().map((form) => ({ label: form.label, detail: form.detail, form }));
  const options = {
    title: l10n.t('Copy request as'),
    placeHolder: l10n.t('Secrets become environment variables'),
  };
  const { form } = await pick(items, options);
  const written = await writeForm(form, prepared.request);
  if (await putOnClipboard(services, written.text)) await sayCopied(written, prepared);
}

interface Written extends Exported {
  /** Such as “curl (service account)”. */
  readonly form: string;
  /** Such as “PowerShell”. */
  readonly shell?: string;
}

async function writeForm(form: ExportForm, request: ExportRequest): Promise<Written> {
  if (!form.inShell) return { form: form.label, ...form.write(request) };
  const [usual, ...others] = shellsOn(process.platform);
  const items = [
    ...(usual ? [{ label: usual.label(), description: l10n.t('usual on this system'), shell: usual }] : []),
    ...others.map((shell) => ({ label: shell.label(), shell })),
  ];
  const options = { title: l10n.t('{0}: shell', form.label), placeHolder: l10n.t('Where will you run it?') };
  const { shell } = await pick(items, options);
  return { form: form.label, shell: shell.label(), ...form.write(request, shell) };
}

async function sayCopied(written: Written, { name, standIns, errors }: PreparedExport): Promise<void> {
  const { form, shell, variables } = written;
  const told = [
    shell === undefined
      ? l10n.t('Copied the request for “{name}” as {form}.', { name, form })
      : l10n.t('Copied the request for “{name}” as {form} for {shell}.', { name, form, shell }),
    ...(variables.length > 0 ? [l10n.t('Before you run it, set {0}.', listed(variables))] : []),
    ...(standIns.length > 0 ? [l10n.t('Put your own values in the place of {0}.', listed(standIns))] : []),
  ];
  if (errors === 0) {
    await say.information(told.join(' '));
    return;
  }
  const counted =
    errors === 1
      ? l10n.t('The file has one error that Atlas would refuse.')
      : l10n.t('The file has {0} errors that Atlas would refuse.', errors);
  const showProblems = l10n.t('Show Problems');
  const answer = await say.warning([...told, counted].join(' '), showProblems);
  if (answer === showProblems) await commands.executeCommand('workbench.actions.view.problems');
}

/** As people write lists in the language of VS Code. */
function listed(names: readonly string[]): string {
  const language = env.language === 'en' ? 'en-GB' : env.language;
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}
