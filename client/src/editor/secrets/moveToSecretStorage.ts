// Takes a secret out of a connection file: its value goes to SecretStorage, `${secret:NAME}` stays in its place.
import { l10n, type Uri } from 'vscode';
import { writePlaceholder } from '../../../../server/src/placeholder.ts';
import { readLiveString, replaceLiveString } from '../files/liveString.ts';
import { filePath } from '../files/workspaceFile.ts';
import { howLong } from '../keyring/howLong.ts';
import type { Uses } from '../services.ts';
import { refuse } from '../window/ask.ts';
import { say } from '../window/say.ts';
import { askSecretNameFor } from './askSecretName.ts';
import { storeUnlessTaken } from './storeSecretValue.ts';

/** `pointer` is the JSON Pointer of the string, as the lens and the quick fix give it. */
export async function moveToSecretStorage(
  services: Uses<'locate' | 'log' | 'prepareRequest' | 'secrets'>,
  uri: Uri | undefined,
  pointer: string | undefined,
): Promise<void> {
  const isNamed = uri && pointer !== undefined;
  const value = isNamed ? await readLiveString(services, uri, pointer) : undefined;
  if (!isNamed || !value) {
    return refuse(l10n.t('There is no secret at this place now. Use the lens or the quick fix on the value.'));
  }
  const name = await askSecretNameFor(services, l10n.t('Move to secret storage'), uri, pointer);
  const stored = await storeUnlessTaken(services, name, value);
  const placeholder = writePlaceholder({ kind: 'secret', name });
  const replaced = await replaceLiveString(services, uri, pointer, value, placeholder);
  if (replaced.kind === 'done') {
    const done = l10n.t(
      'The value is stored as the secret {name}, and the file says {placeholder}. Save the file to take it off the disk.',
      { name, placeholder },
    );
    await say.information(done + howLong(stored));
    return;
  }
  if (replaced.kind === 'refused') services.log.refused(filePath(uri), replaced.reason);
  const left =
    replaced.kind === 'changed'
      ? l10n.t(
          'The value is stored as the secret {name}, but the file has changed and was not edited. Write {placeholder} in place of the value.',
          { name, placeholder },
        )
      : l10n.t(
          "The value is stored as the secret {name}, but {file} couldn't be changed. {reason} Make it writable, then write {placeholder} in place of the value.",
          { name, placeholder, file: filePath(uri), reason: replaced.reason },
        );
  await say.warning(left + howLong(stored));
}
