// Puts the request of the open connection file on the clipboard, in a form for another tool; no secret is in it.
import { commands, env, type Uri, window } from 'vscode';
import { type ExportForm, exportForms, shellsOn } from '../export/forms.ts';
import type { Exported, ExportRequest } from '../export/request.ts';
import type { Parts } from '../parts.ts';
import { type PreparedExport, prepareExport } from '../ui/exportRequest.ts';
import { say } from '../ui/say.ts';

/** `uri` is the file's; without it, the file in the active editor. Cancelled, it leaves the clipboard alone. */
export async function copyRequestAs(parts: Parts, uri: Uri | undefined): Promise<void> {
  const prepared = await prepareExport(parts, uri ?? window.activeTextEditor?.document.uri);
  if (!prepared) return;
  const items = exportForms.map(({ label, detail, ...form }) => ({ label, detail, form: { label, detail, ...form } }));
  const options = { title: 'Copy request as', placeHolder: 'Secrets become environment variables' };
  const { form } = (await window.showQuickPick(items, options)) ?? {};
  const written = form && (await writeForm(form, prepared.request));
  if (!written) return;
  await env.clipboard.writeText(written.text);
  await sayCopied(written, prepared);
}

interface Written extends Exported {
  /** Such as “curl (service account) for PowerShell”. */
  readonly what: string;
}

async function writeForm(form: ExportForm, request: ExportRequest): Promise<Written | undefined> {
  if (!form.inShell) return { what: form.label, ...form.write(request) };
  const [usual, ...others] = shellsOn(process.platform);
  const items = [
    ...(usual ? [{ label: usual.label, description: 'usual on this system', shell: usual }] : []),
    ...others.map((shell) => ({ label: shell.label, shell })),
  ];
  const options = { title: `${form.label}: shell`, placeHolder: 'Where will you run it?' };
  const { shell } = (await window.showQuickPick(items, options)) ?? {};
  return shell && { what: `${form.label} for ${shell.label}`, ...form.write(request, shell) };
}

async function sayCopied({ what, variables }: Written, { name, standIns, errors }: PreparedExport): Promise<void> {
  const told = [
    `Copied the request for “${name}” as ${what}.`,
    ...(variables.length > 0 ? [`Before you run it, set ${listed(variables)}.`] : []),
    ...(standIns.length > 0 ? [`Put your own values in the place of ${listed(standIns)}.`] : []),
  ].join(' ');
  if (errors === 0) {
    await say.information(told);
    return;
  }
  const counted = errors === 1 ? 'one error' : `${errors} errors`;
  const showProblems = 'Show Problems';
  const answer = await say.warning(`${told} The file has ${counted} that Atlas would refuse.`, showProblems);
  if (answer === showProblems) await commands.executeCommand('workbench.actions.view.problems');
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
