// Offers what Atlas knows at the places of a file that name it: beside the server's own completion, never in its way.

import {
  type CancellationToken,
  CompletionList,
  commands,
  Disposable,
  languages,
  type Position,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import type { WantedValues } from '../../../../server/src/protocol.ts';
import { checkGroupId } from '../../core/atlas/endpoint.ts';
import type { CredentialEntry } from '../../core/place.ts';
import { clearCredential } from '../credentials/pickCredential.ts';
import { inBackground } from '../languageServer/attempt.ts';
import type { Uses } from '../services.ts';
import { createAtlasValues, loadValues } from './atlasValues.ts';
import { type CompletionStatus, createCompletionStatus } from './completionStatus.ts';

/**
 * Nothing is asked of anybody: without a clear credential, a target and trust, nothing is offered. Where Atlas does not
 * tell, only the language status says so.
 */
export function registerAtlasCompletion(
  services: Uses<'atlas' | 'credentials' | 'log' | 'offerValues' | 'targets' | 'wantedValues' | 'workspaceState'>,
): Disposable {
  const values = createAtlasValues((error) => services.log.bug('atlasCompletion', error));
  const status = createCompletionStatus(services.targets);

  async function offer(
    document: TextDocument,
    position: Position,
    token: CancellationToken,
  ): Promise<CompletionList | undefined> {
    const target = services.targets.get(document.uri);
    const credential = workspace.isTrusted && target ? await clearCredential(services) : undefined;
    if (!credential || !target) return undefined;
    const { version } = document;
    const { line, character } = position;
    const at = { uri: document.uri.toString(), position: { line, character } };
    const wanted = token.isCancellationRequested ? null : await services.wantedValues(at, token);
    const groupId = wanted?.groupId ?? target.groupId;
    if (token.isCancellationRequested || !wanted || checkGroupId(groupId)) return undefined;
    const known = values.get(
      [credential.id, credential.host, groupId, wanted.kind].join(' '),
      (signal) => load(services, credential, { groupId, kind: wanted.kind, status, signal }),
      () => inBackground(services.log, 'atlasCompletion', suggestAgain(document, version, position)),
    );
    if (known.kind === 'loading') return new CompletionList([], true);
    return new CompletionList(await services.offerValues({ ...at, values: known.values }, token));
  }

  return Disposable.from(
    languages.registerCompletionItemProvider(
      { language: 'streamconn' },
      { provideCompletionItems: offer },
      '"',
      ':',
      ' ',
    ),
    // A credential may have new values now.
    services.credentials.onDidChangeList(() => {
      values.forget();
      status.worked();
    }),
    { dispose: values.forget },
    status,
  );
}

interface Loading {
  readonly groupId: string;
  readonly kind: WantedValues['kind'];
  readonly status: CompletionStatus;
  readonly signal: AbortSignal;
}

async function load(services: Uses<'atlas'>, credential: CredentialEntry, { groupId, kind, status, signal }: Loading) {
  const failed = status.begin();
  const session = await services.atlas.open(credential);
  if (session.kind !== 'open') {
    failed();
    return undefined;
  }
  const outcome = await loadValues(kind, session.client, groupId, { signal });
  if (outcome.kind === 'ok') {
    status.worked();
    return outcome.value;
  }
  if (!signal.aborted) failed(outcome);
  return undefined;
}

/**
 * What has come may be seen at once, where text and cursor are still as when it was wanted. VS Code does not tell whether the
 * list has been closed by then.
 */
async function suggestAgain(document: TextDocument, version: number, position: Position): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor?.document !== document || document.version !== version || !editor.selection.active.isEqual(position))
    return;
  // While the list is open, VS Code does not open it anew.
  await commands.executeCommand('hideSuggestWidget');
  await commands.executeCommand('editor.action.triggerSuggest');
}
