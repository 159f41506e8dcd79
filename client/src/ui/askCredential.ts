// Asks for a credential, one box after the other; the secret part is masked.
import { window } from 'vscode';
import { type AtlasHost, atlasHosts, parseAtlasHost } from '../atlas/endpoint.ts';
import type { AtlasCredential } from '../atlas/outcome.ts';
import { checkLabel, checkPublicPart, checkSecretPart } from '../credentials/credentialChecks.ts';
import type { CredentialEntry } from '../credentials/credentialStore.ts';
import { additionalHosts } from '../settings.ts';

type Kind = AtlasCredential['kind'];

const kinds: readonly { readonly signIn: Kind; readonly label: string; readonly detail: string }[] = [
  {
    signIn: 'serviceAccount',
    label: 'Service account',
    detail: 'OAuth 2.0: a client id and a client secret. What MongoDB recommends.',
  },
  { signIn: 'apiKey', label: 'API key', detail: 'HTTP Digest: a public and a private key.' },
];

/** Asks for host and kind, unless they are given, and for both parts; undefined when cancelled at any step. */
export async function askCredential(fixed?: { host: AtlasHost; kind: Kind }): Promise<AtlasCredential | undefined> {
  const host = fixed?.host ?? (await pickHost());
  const kind = host && (fixed?.kind ?? (await pickKind()));
  if (!host || !kind) return undefined;
  if (kind === 'serviceAccount') {
    const clientId = await askPublicPart(kind, 'Client id', `The service account's client id for ${host}`);
    const clientSecret = clientId && (await askSecretPart(kind, 'Client secret', `The client secret of ${clientId}`));
    return clientId && clientSecret ? { kind, host, clientId, clientSecret } : undefined;
  }
  const publicKey = await askPublicPart(kind, 'Public key', `The API key's public key for ${host}`);
  const privateKey = publicKey && (await askSecretPart(kind, 'Private key', `The private key of ${publicKey}`));
  return publicKey && privateKey ? { kind, host, publicKey, privateKey } : undefined;
}

/** Asks what to call a credential, which no other of the `others` may be called; undefined when cancelled. */
export async function askLabel(proposal: string, others: readonly CredentialEntry[]): Promise<string | undefined> {
  const label = await window.showInputBox({
    title: 'Label',
    prompt: 'What to call this credential in lists and messages',
    value: proposal,
    ignoreFocusOut: true,
    validateInput: (text) => checkLabel(text, others),
  });
  return label?.trim();
}

/** One masked line as it was typed; undefined when cancelled. */
export async function askSecret(title: string, prompt: string, check = mustNotBeEmpty): Promise<string | undefined> {
  const note = `${prompt}. It is kept in the secret storage of this machine, never in a file.`;
  return window.showInputBox({ title, prompt: note, password: true, ignoreFocusOut: true, validateInput: check });
}

async function pickHost(): Promise<AtlasHost | undefined> {
  const additional = additionalHosts().flatMap((text) => {
    const parsed = parseAtlasHost(text, additionalHosts());
    return parsed.kind === 'host' ? [{ label: parsed.host, description: 'From your settings', host: parsed.host }] : [];
  });
  const [commercial, government] = atlasHosts;
  const items = [
    { label: 'MongoDB Atlas', description: commercial, host: commercial },
    { label: 'MongoDB Atlas for Government', description: government, host: government },
    ...additional,
  ];
  const options = {
    title: 'Sign in to Atlas: where',
    placeHolder: 'The Atlas that the credential is for',
    ignoreFocusOut: true,
  };
  return (await window.showQuickPick(items, options))?.host;
}

async function pickKind(): Promise<Kind | undefined> {
  const options = { title: 'Sign in to Atlas: how', placeHolder: 'What you sign in with', ignoreFocusOut: true };
  return (await window.showQuickPick(kinds, options))?.signIn;
}

async function askPublicPart(kind: Kind, title: string, prompt: string): Promise<string | undefined> {
  const typed = await window.showInputBox({
    title,
    prompt,
    placeHolder: kind === 'serviceAccount' ? 'mdb_sa_id_…' : 'abcdefgh',
    ignoreFocusOut: true,
    validateInput: (text) => checkPublicPart(kind, text),
  });
  return typed?.trim();
}

async function askSecretPart(kind: Kind, title: string, prompt: string): Promise<string | undefined> {
  return (await askSecret(title, prompt, (text) => checkSecretPart(kind, text)))?.trim();
}

function mustNotBeEmpty(text: string): string | undefined {
  return text.trim() === '' ? 'Type or paste a value, or press Escape to cancel.' : undefined;
}
