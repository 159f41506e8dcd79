// Asks for a credential, one box after the other; the secret part is masked.
import { window } from 'vscode';
import { type AtlasHost, atlasHosts, parseAtlasHost } from '../atlas/endpoint.ts';
import type { AtlasCredential } from '../atlas/outcome.ts';
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
    const clientId = await ask('Client id', `The service account's client id for ${host}`, 'mdb_sa_id_…');
    const clientSecret = clientId && (await askSecret('Client secret', `The client secret of ${clientId}`));
    return clientId && clientSecret ? { kind, host, clientId, clientSecret } : undefined;
  }
  const publicKey = await ask('Public key', `The API key's public key for ${host}`, 'abcdefgh');
  const privateKey = publicKey && (await askSecret('Private key', `The private key of ${publicKey}`));
  return publicKey && privateKey ? { kind, host, publicKey, privateKey } : undefined;
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

async function ask(title: string, prompt: string, placeHolder: string): Promise<string | undefined> {
  const answer = await window.showInputBox({
    title,
    prompt,
    placeHolder,
    ignoreFocusOut: true,
    validateInput: mustNotBeEmpty,
  });
  return answer?.trim();
}

/** One masked line; undefined when cancelled. */
export async function askSecret(title: string, prompt: string): Promise<string | undefined> {
  const note = `${prompt}. It is kept in the secret storage of this machine, never in a file.`;
  return window.showInputBox({
    title,
    prompt: note,
    password: true,
    ignoreFocusOut: true,
    validateInput: mustNotBeEmpty,
  });
}

function mustNotBeEmpty(text: string): string | undefined {
  return text.trim() === '' ? 'Type or paste a value, or press Escape to cancel.' : undefined;
}
