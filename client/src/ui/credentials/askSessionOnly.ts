// Says that the keyring has lost what it was given, and offers to keep it in memory for this session.
import { l10n } from 'vscode';
import { say } from '../say.ts';

/** Whether the value, and others that get lost, shall be kept in memory until the window closes. */
export async function askSessionOnly(): Promise<boolean> {
  const keep = l10n.t('Keep for This Session');
  const answer = await say.warning(
    l10n.t('The keyring of this machine did not keep what was stored in it.'),
    {
      modal: true,
      detail: l10n.t(
        'It may be locked, or there may be none: on Linux, install and unlock gnome-keyring or KWallet, then start VS Code anew. Until then, this and what you store later can be kept in memory. It is forgotten when the window closes.',
      ),
    },
    keep,
  );
  return answer === keep;
}
