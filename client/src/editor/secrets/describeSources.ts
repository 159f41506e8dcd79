// The secrets, variables and files that are read for what is sent, as lines of the question before it.
import { l10n } from 'vscode';
import type { SeenSource } from '../../core/placeholders/look.ts';
import { shorten } from '../window/shorten.ts';
import { findSecretUsesWithin, pathsNaming, type SecretUses } from './secretUses.ts';

export interface SentFile {
  readonly uri: string;
  /** For people. */
  readonly path: string;
  readonly sources: readonly SeenSource[];
}

/** Milliseconds that the question may wait for other files to be searched. */
const searchedAtMost = 1_000;

/** Which files name secrets, where one of the sources is one; what is not found soon is left out. */
export async function findOtherUses(sources: readonly { readonly kind: string }[]): Promise<SecretUses> {
  const readsSecrets = sources.some(({ kind }) => kind === 'secret');
  return readsSecrets ? findSecretUsesWithin(searchedAtMost) : { files: [], isComplete: true };
}

/** Every source once, line by line; a secret with the other files that use it. */
export function describeSources(sent: readonly SentFile[], uses: SecretUses): string[] {
  const sentUris = new Set(sent.map(({ uri }) => uri));
  const others = { ...uses, files: uses.files.filter(({ uri }) => !sentUris.has(uri)) };
  // What several files read is read once, as far as a person is concerned.
  const sources = new Map(
    sent.flatMap((file) => file.sources).map((source) => [`${source.kind}:${source.name}`, source]),
  );
  const named = (kind: SeenSource['kind']) =>
    [...sources.values()]
      .filter((source) => source.kind === kind)
      .map((source) =>
        withNotes(source.name, [source.note, ...(kind === 'secret' ? users(source.name, sent, others) : [])]),
      )
      .join(', ');
  const [secrets, variables, files] = [named('secret'), named('env'), named('file')];
  return [
    ...(secrets ? [l10n.t('Secrets read: {0}', secrets)] : []),
    ...(secrets && !uses.isComplete ? [l10n.t('Not every connection file was checked for these secrets.')] : []),
    ...(variables ? [l10n.t('Environment variables read: {0}', variables)] : []),
    ...(files ? [l10n.t('Files read: {0}', files)] : []),
  ];
}

/** Files that a note has room for. */
const shownAtMost = 2;

/** Where several of those that are sent share the secret, and where others use it. */
function users(secret: string, sent: readonly SentFile[], others: SecretUses): string[] {
  const isSecret = ({ kind, name }: SeenSource) => kind === 'secret' && name === secret;
  const sharing = sent.flatMap(({ path, sources }) => (sources.some(isSecret) ? path : []));
  const beside = pathsNaming(others, secret);
  return [
    ...(sharing.length > 1 ? [l10n.t('shared by {0}', shorten(sharing, shownAtMost))] : []),
    ...(beside.length > 0 ? [l10n.t('also used by {0}', shorten(beside, shownAtMost))] : []),
  ];
}

function withNotes(name: string, notes: readonly (string | undefined)[]): string {
  const all = notes.filter((note) => note !== undefined);
  return all.length > 0 ? `${name} (${all.join('; ')})` : name;
}
