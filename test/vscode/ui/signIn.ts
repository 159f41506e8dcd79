// Signing in at the boxes that Create Connection opens where no credential is stored, and so does the Connections view.
import type { EditorWindow } from './editorWindow.ts';
import { click } from './patience.ts';

/** From the button of the view while it is empty. */
export async function signInFromView(window: EditorWindow): Promise<void> {
  const { page } = window;
  await click(page.getByRole('button', { name: 'Add Credential' }), page.getByText('Sign in to Atlas: where').first());
  await signInWithApiKey(window);
}

export async function signInWithApiKey(window: EditorWindow): Promise<void> {
  const { origin, state } = window.sandbox;
  const { publicKey, privateKey } = state.credentials.owner.apiKey;
  await window.answer('Sign in to Atlas: where', origin);
  await window.answer('Sign in to Atlas: how', 'API key');
  await window.answer('public key for', publicKey);
  await window.answer('private key of', privateKey);
  await window.answer('What to call this credential', 'owner');
}
