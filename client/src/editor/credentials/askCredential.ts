// Asks for a credential, one box after the other; the secret part is masked.

import { l10n } from 'vscode';
import { type AtlasHost, atlasHosts, parseAtlasHost } from '../../core/atlas/endpoint.ts';
import type { AtlasCredential } from '../../core/atlas/outcome.ts';
import type { CredentialEntry } from '../../core/place.ts';
import { askSecret } from '../keyring/askSecret.ts';
import { pick, type } from '../window/ask.ts';
import { additionalHosts } from '../window/settings.ts';
import { checkLabel, checkPublicPart, checkSecretPart } from './credentialChecks.ts';

type Kind = AtlasCredential['kind'];

/** Asks for host and kind, unless they are given, and for both parts. */
export async function askCredential(fixed?: { host: AtlasHost; kind: Kind }): Promise<AtlasCredential> {
  const host = fixed?.host ?? (await pickHost());
  const kind = fixed?.kind ?? (await pickKind());
  if (kind === 'serviceAccount') {
    const idPrompt = l10n.t("The service account's client id for {0}", host);
    const clientId = await askPublicPart(kind, l10n.t('Client id'), idPrompt);
    const secretPrompt = l10n.t('The client secret of {0}.', clientId);
    const clientSecret = await askSecretPart(kind, l10n.t('Client secret'), secretPrompt);
    return { kind, host, clientId, clientSecret };
  }
  const publicPrompt = l10n.t("The API key's public key for {0}", host);
  const publicKey = await askPublicPart(kind, l10n.t('Public key'), publicPrompt);
  const privatePrompt = l10n.t('The private key of {0}.', publicKey);
  const privateKey = await askSecretPart(kind, l10n.t('Private key'), privatePrompt);
  return { kind, host, publicKey, privateKey };
}

/** Asks what to call a credential, which no other of the `others` may be called. */
export async function askLabel(proposal: string, others: readonly CredentialEntry[]): Promise<string> {
  const label = await type({
    title: l10n.t('Label'),
    prompt: l10n.t('What to call this credential in lists and messages'),
    value: proposal,
    validateInput: (text) => checkLabel(text, others),
  });
  return label.trim();
}

async function pickHost(): Promise<AtlasHost> {
  const additional = additionalHosts().flatMap((text) => {
    const parsed = parseAtlasHost(text, additionalHosts());
    return parsed.kind === 'host'
      ? [{ label: parsed.host, description: l10n.t('From your settings'), host: parsed.host }]
      : [];
  });
  const [commercial, government] = atlasHosts;
  const items = [
    { label: 'MongoDB Atlas', description: commercial, host: commercial },
    { label: 'MongoDB Atlas for Government', description: government, host: government },
    ...additional,
  ];
  const options = {
    title: l10n.t('Sign in to Atlas: where'),
    placeHolder: l10n.t('The Atlas that the credential is for'),
  };
  return (await pick(items, options)).host;
}

async function pickKind(): Promise<Kind> {
  const kinds: readonly { readonly signIn: Kind; readonly label: string; readonly detail: string }[] = [
    {
      signIn: 'serviceAccount',
      label: l10n.t('Service account'),
      detail: l10n.t('OAuth 2.0: a client id and a client secret. What MongoDB recommends.'),
    },
    { signIn: 'apiKey', label: l10n.t('API key'), detail: l10n.t('HTTP Digest: a public and a private key.') },
  ];
  const options = {
    title: l10n.t('Sign in to Atlas: how'),
    placeHolder: l10n.t('What you sign in with'),
  };
  return (await pick(kinds, options)).signIn;
}

async function askPublicPart(kind: Kind, title: string, prompt: string): Promise<string> {
  const typed = await type({
    title,
    prompt,
    placeHolder: kind === 'serviceAccount' ? 'mdb_sa_id_…' : 'abcdefgh',
    validateInput: (text) => checkPublicPart(kind, text),
  });
  return typed.trim();
}

async function askSecretPart(kind: Kind, title: string, prompt: string): Promise<string> {
  return (await askSecret(title, prompt, (text) => checkSecretPart(kind, text))).trim();
}
