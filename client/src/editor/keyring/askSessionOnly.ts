// Says that VS Code could not store a value, and offers to keep it in memory for this session.
import { l10n } from 'vscode';
import { say } from '../window/say.ts';

/** Whether the value, and others that get lost, shall be kept in memory until the window closes. */
export async function askSessionOnly(): Promise<boolean> {
  const keep = l10n.t('Keep for This Session');
  const answer = await say.warning(
    l10n.t("VS Code's secret storage did not keep this value."),
    {
      modal: true,
      detail: l10n.t(
        'The system keyring of the computer that shows this window may be locked or missing. On Linux, install and unlock GNOME Keyring or KWallet, then restart VS Code. Until then, this value and others that you store can be kept in memory, until the window closes.',
      ),
    },
    keep,
  );
  return answer === keep;
}
