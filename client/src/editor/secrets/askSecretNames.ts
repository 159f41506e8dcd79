// Settles under which names several secrets shall be stored, and asks once whether they may.
import { l10n } from 'vscode';
import { freeName } from '../../../../server/src/secretNames.ts';
import type { FoundSecret } from '../../core/import/secrets.ts';
import type { Uses } from '../services.ts';
import { agree, cancel } from '../window/ask.ts';
import { say } from '../window/say.ts';

/**
 * A name is changed where it stands for another value already and the person does not want that replaced; to one that is not
 * `inUse`.
 */
export async function settleNames(
  { secrets }: Uses<'secrets'>,
  found: readonly FoundSecret[],
  inUse: ReadonlySet<string>,
): Promise<readonly FoundSecret[]> {
  const settled: FoundSecret[] = [];
  for (const secret of found) {
    const old = secret.value === undefined ? undefined : await secrets.read(secret.name);
    if (old === undefined || old === secret.value) {
      settled.push(secret);
      continue;
    }
    const taken = new Set([...inUse, ...[...found, ...settled].map(({ name }) => name)]);
    const free = freeName(secret.name, (name) => taken.has(name));
    const name = await askReplace(secret.name, free);
    settled.push({ ...secret, name });
  }
  return settled;
}

async function askReplace(name: string, free: string): Promise<string> {
  const replace = l10n.t('Replace');
  const other = l10n.t('Use {0}', free);
  const answer = await say.warning(
    l10n.t('Secret {0} already exists with another value. Replace it?', name),
    { modal: true, detail: l10n.t('Every connection file that names it will use the new value.') },
    replace,
    other,
  );
  if (answer === replace) return name;
  return answer === other ? free : cancel();
}

/** Names every secret and what it is the value of, and asks whether they may be stored. */
export async function askConsent(found: readonly FoundSecret[], fileName: string): Promise<void> {
  const lines = found.map(({ name, path }) => `${name}: ${path.join('.')}`);
  const note =
    found.length === 1
      ? l10n.t("Its value goes into VS Code's secret storage. The file refers to it as {0}.", '${secret:NAME}')
      : l10n.t("Their values go into VS Code's secret storage. The file refers to them as {0}.", '${secret:NAME}');
  const detail = [...lines, '', note].join('\n');
  const question =
    found.length === 1
      ? l10n.t('Store one secret and create {0}?', fileName)
      : l10n.t('Store {count} secrets and create {file}?', { count: found.length, file: fileName });
  await agree('information', question, detail, l10n.t('Store and Create File'));
}
