// The language server: kept running, told at each start what the previous one knew, and asked.
import {
  CancellationError,
  type CancellationToken,
  type CompletionItem,
  type Disposable,
  l10n,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { compareRequest, fileOfRequest } from '../../../../server/src/deployedProtocol.ts';
import {
  type NewFileResult,
  newFileRequest,
  type WholeFileParams,
  wholeFileRequest,
} from '../../../../server/src/newFileProtocol.ts';
import {
  type ContextParams,
  contextNotification,
  forgetRefusalNotification,
  type Located,
  locateRequest,
  type OfferValuesParams,
  offerValuesRequest,
  type PrepareRequestResult,
  prepareRequest,
  type RefusedParams,
  type RefusedResult,
  refusedRequest,
  type WantedValues,
  type WantedValuesParams,
  wantedValuesRequest,
} from '../../../../server/src/protocol.ts';
import { isSameTarget, type StreamTarget } from '../../core/atlas/endpoint.ts';
import type { Engine } from '../../core/engine.ts';
import { createKeptRefusals, type KeptRefusals } from './keptRefusals.ts';
import { isLost } from './lostMessage.ts';
import { type Keeper, keepUp, ServerDown } from './serverKeeper.ts';
import { createServerProcess, type ServerProcess } from './serverProcess.ts';

/** Each request rejects with `ServerDown` if the server is not running. */
export interface ServerRequests extends Engine {
  /** Asks for the live text of an open file as a request. */
  prepareRequest(uri: string): Promise<PrepareRequestResult>;
  /** Asks where the string at a JSON Pointer stands; null where there is none. */
  locate(uri: string, pointer: string): Promise<Located | null>;
  /** Tells that what Atlas refused of the file before counts no more. */
  forgetRefusal(uri: string): void;
  /** Tells what Atlas has refused `at` a target, every secret masked. */
  refused(params: RefusedParams, at: StreamTarget): Promise<RefusedResult>;
  /** Asks what a new file can be made of. */
  newFile(): Promise<NewFileResult>;
  /** Asks for the snippet that a new file begins with; null where there is none with that id. */
  wholeFile(params: WholeFileParams): Promise<string | null>;
  /**
   * Asks what of Atlas can stand at a position; null where nothing can.
   *
   * @throws CancellationError once `token` is cancelled; so does `offerValues`.
   */
  wantedValues(params: WantedValuesParams, token: CancellationToken): Promise<WantedValues | null>;
  /** Asks for the values that were found there as completion items. */
  offerValues(params: OfferValuesParams, token: CancellationToken): Promise<CompletionItem[]>;
}

export interface LanguageServer extends Disposable {
  readonly requests: ServerRequests;
  /** Sends the context again. */
  tellContext(): void;
  /** Forgets what Atlas refused of a file whose target is another one by now. */
  forgetRefusalsElsewhere(targetOf: (file: Uri) => StreamTarget | undefined): void;
  /** Whether it is running afterwards; if not, `onDown` has been called. */
  restart(): Promise<boolean>;
  showLog(): void;
  stop(): Promise<void>;
}

export interface ServerWiring {
  /** The file of the server. */
  readonly module: string;
  /** What it is told at each start. */
  context(): Promise<ContextParams>;
  /** It stopped too often, and is not restarted any more. */
  onDown(): void;
  /** Something failed in the background. */
  onError(error: unknown): void;
}

/** Starts the server. */
export function createLanguageServer({ module, context, onDown, onError }: ServerWiring): LanguageServer {
  const channel = window.createOutputChannel(l10n.t('Stream Connections Language Server'), { log: true });
  const refusals = createKeptRefusals();
  // The next untitled file has the address of one that was closed.
  const closing = workspace.onDidCloseTextDocument(({ uri }) => uri.scheme === 'untitled' && refusals.forget(`${uri}`));
  const keeper = keepUp(() => createServerProcess(module, channel, teach), onDown);

  async function sendContext(client: LanguageClient): Promise<void> {
    await client.sendNotification(contextNotification, await context());
  }
  /** Tells a new server, before its first request, what the previous one knew. */
  async function teach(client: LanguageClient): Promise<void> {
    await sendContext(client).catch(onFailed);
    for (const { params } of refusals.all()) client.sendRequest(refusedRequest, params).catch(onFailed);
  }
  /** A message that is lost because the server ended is no error: the next one is taught the same. */
  function onFailed(error: unknown): void {
    if (!(error instanceof ServerDown || isLost(error))) onError(error);
  }
  function tell(send: Sending<void>): void {
    keeper
      .ready()
      .then(({ client }) => send(client))
      .catch(onFailed);
  }
  const requests = createRequests(keeper, refusals, tell);
  return {
    requests,
    forgetRefusalsElsewhere: (targetOf) => {
      for (const { params, at } of refusals.all()) {
        if (!isSameTarget(at, targetOf(Uri.parse(params.uri, true)))) requests.forgetRefusal(params.uri);
      }
    },
    tellContext: () => tell(sendContext),
    restart: () =>
      keeper.restart().then(
        () => true,
        () => false,
      ),
    showLog: () => channel.show(),
    stop: () => keeper.stop(),
    dispose: () => {
      closing.dispose();
      channel.dispose();
    },
  };
}

/** Sends one message to the server that runs. */
type Sending<R> = (server: LanguageClient) => Promise<R>;

function createRequests(
  keeper: Keeper<ServerProcess>,
  refusals: KeptRefusals,
  tell: (send: Sending<void>) => void,
): ServerRequests {
  async function ask<R>(send: Sending<R>, token?: CancellationToken): Promise<R> {
    const { client } = await keeper.ready();
    return send(client).catch((error: unknown) => {
      if (token?.isCancellationRequested) throw new CancellationError();
      throw isLost(error) ? new ServerDown() : error;
    });
  }
  return {
    prepareRequest: (uri) => ask((server) => server.sendRequest(prepareRequest, { uri })),
    locate: (uri, pointer) => ask((server) => server.sendRequest(locateRequest, { uri, pointer })),
    forgetRefusal: (uri) => {
      if (refusals.forget(uri)) tell((server) => server.sendNotification(forgetRefusalNotification, { uri }));
    },
    refused: (params, at) => {
      refusals.keep({ params, at });
      return ask((server) => server.sendRequest(refusedRequest, params));
    },
    newFile: () => ask((server) => server.sendRequest(newFileRequest)),
    wholeFile: (params) => ask((server) => server.sendRequest(wholeFileRequest, params)),
    fileOf: (connection, like, taken) =>
      ask((server) => server.sendRequest(fileOfRequest, { connection, like, taken })),
    compare: (params) => ask((server) => server.sendRequest(compareRequest, params)),
    wantedValues: (params, token) => ask((server) => server.sendRequest(wantedValuesRequest, params, token), token),
    offerValues: async (params, token) => {
      const items = await ask((server) => server.sendRequest(offerValuesRequest, params, token), token);
      const { protocol2CodeConverter } = (await keeper.ready()).client;
      return items.map((item) => protocol2CodeConverter.asCompletionItem(item));
    },
  };
}
