// Where the values of placeholders come from: SecretStorage, the environment, files of the workspace folder.
import { l10n, type Uri, workspace } from 'vscode';
import { nameForms, type PlaceholderKind } from '../../../../server/src/placeholder.ts';
import { createEnvironmentReader } from '../../core/placeholders/environment.ts';
import { createFileReader } from '../../core/placeholders/fileBelow.ts';
import { type Reader, unreadable, whenTrusted } from '../../core/placeholders/reader.ts';
import { folderOf } from '../files/workspaceFile.ts';
import { askSecret } from '../keyring/askSecret.ts';
import type { Uses } from '../services.ts';
import { userSetting } from '../window/settings.ts';

/** The readers for a connection file at `uri`. They refuse in a workspace that is not trusted. */
export function placeholderReaders(services: Uses<'secrets'>, uri: Uri): Readonly<Record<PlaceholderKind, Reader>> {
  return whenTrusted(() => workspace.isTrusted, {
    secret: createSecretReader(services),
    env: createEnvironmentReader({ variables: process.env, refusal: whyNoEnvironment }),
    file: createFileReader(() => folderOf(uri)),
  });
}

/** A secret that is not stored, or no longer, is asked for and stored. */
function createSecretReader({ secrets }: Uses<'secrets'>): Reader {
  const refusal = unreadable(
    l10n.t('a secret’s name has letters, digits, dot, hyphen and underscore, at most 100 of them.'),
  );
  return {
    look: async (name) => {
      if (!nameForms.secret.test(name)) return refusal;
      const isStored = (await secrets.read(name)) !== undefined;
      return { kind: 'usable', ...(isStored ? {} : { note: l10n.t('not stored: you will be asked') }) };
    },
    read: async (name) => {
      if (!nameForms.secret.test(name)) return refusal;
      const stored = await secrets.read(name);
      if (stored !== undefined) return { kind: 'value', value: stored };
      const typed = await askSecret(
        l10n.t('Secret {0}', name),
        l10n.t('The value of {0}, which is not stored.', `\${secret:${name}}`),
      );
      await secrets.store(name, typed);
      return { kind: 'value', value: typed };
    },
  };
}

function whyNoEnvironment(): string | undefined {
  return userSetting<unknown>('environmentPlaceholders', false) === true
    ? undefined
    : l10n.t('reading the environment is off. Turn on “streamconn.environmentPlaceholders” in your user settings.');
}
