// Saves a target that a person has chosen, and says so where it could not be saved, or counts beyond this workspace.

import { commands, l10n, type Uri } from 'vscode';
import type { Place } from '../../core/place.ts';
import { typeAt } from '../files/fileAt.ts';
import { showFile } from '../files/showFile.ts';
import type { Uses } from '../services.ts';
import { cancel } from '../window/ask.ts';
import type { ExchangeLog } from '../window/exchangeLog.ts';
import { say } from '../window/say.ts';
import type { TargetNotWritten } from './writeTarget.ts';

/** Makes it the target of `scope`. */
export async function saveTarget(
  { targets, log }: Uses<'log' | 'targets'>,
  { groupId, tenantName, projectName }: Omit<Place, 'credential'>,
  scope: Uri | null,
): Promise<void> {
  const written = await targets.set({ groupId, tenantName }, projectName, scope);
  if (written.kind === 'notWritten') {
    log.refused('streamconn.chooseTarget', written.reason);
    await sayNotWritten(log, written);
    return cancel();
  }
  if (written.userSettings) {
    await say.information(
      l10n.t(
        'No folder is open, so the target was saved in your user settings. It applies to every folder without a target.',
      ),
    );
  }
}

async function sayNotWritten(log: ExchangeLog, { reason, isHalf, file }: TargetNotWritten): Promise<void> {
  const said = isHalf
    ? l10n.t(
        'Only the project of the target was saved, not its stream instance (workspace). {0} Then choose the target again.',
        reason,
      )
    : l10n.t('The target was not saved. {0}', reason);
  const canOpen = file === undefined || (await typeAt(file)) !== undefined;
  const open = l10n.t('Open Settings File');
  if ((await say.error(said, ...(canOpen ? [open] : []))) !== open) return;
  if (file) await showFile({ log }, file);
  else await commands.executeCommand('workbench.action.openSettingsJson');
}
