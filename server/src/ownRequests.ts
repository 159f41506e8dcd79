// Requests and notifications of `protocol.ts`, which only our own client sends.
import type { CompletionItem, Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CompareParams,
  type CompareResult,
  compareMethod,
  type FileOfParams,
  type FileOfResult,
  fileOfMethod,
} from './deployedProtocol.ts';
import { type Engine, uncheckableWords } from './engine/index.ts';
import type { Isolation } from './isolation.ts';
import type { Knowledge } from './knowledge.ts';
import { type NewFileResult, newFileMethod, type WholeFileParams, wholeFileMethod } from './newFileProtocol.ts';
import {
  type ForgetRefusalParams,
  forgetRefusalMethod,
  type Located,
  type LocateParams,
  locateMethod,
  type OfferValuesParams,
  offerValuesMethod,
  type PrepareRequestParams,
  type PrepareRequestResult,
  prepareRequestMethod,
  type RefusedParams,
  type RefusedResult,
  refusedMethod,
  type WantedValues,
  type WantedValuesParams,
  wantedValuesMethod,
} from './protocol.ts';

/** Answers them; every answer but that to `toItem`, which makes an item one of the client's, is the engine's. */
export function answerOwnRequests(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  engine: Engine,
  knowledge: Knowledge,
  { answering, orElse }: Isolation,
  toItem: (item: CompletionItem) => CompletionItem,
): void {
  const on = <P, R>(method: string, handler: (params: P) => R | Promise<R>) =>
    connection.onRequest<unknown, never>(method, answering(handler));

  on<PrepareRequestParams, PrepareRequestResult>(prepareRequestMethod, ({ uri }) => {
    const text = documents.get(uri);
    if (!text) return { kind: 'notOpen' };
    return orElse<PrepareRequestResult>(
      () => engine.prepareRequest(text, knowledge.of(uri)),
      () => ({ kind: 'unsendable', errors: 1, reason: uncheckableWords() }),
    );
  });
  on<FileOfParams, FileOfResult | null>(fileOfMethod, ({ connection: deployed, like, taken }) =>
    engine.fileOf(deployed, like, taken),
  );
  on<CompareParams, CompareResult | null>(compareMethod, ({ body, connection: deployed }) =>
    engine.compare(body, deployed),
  );
  on<WantedValuesParams, WantedValues | null>(wantedValuesMethod, ({ uri, position }) => {
    const text = documents.get(uri);
    return (text && engine.wantedValues(text, position)) ?? null;
  });
  on<OfferValuesParams, CompletionItem[]>(offerValuesMethod, ({ uri, position, values }) => {
    const text = documents.get(uri);
    return text ? engine.offerValues(text, position, values).map(toItem) : [];
  });
  on<LocateParams, Located | null>(locateMethod, ({ uri, pointer }) => {
    const text = documents.get(uri);
    const range = text && engine.locate(text, pointer);
    return range ? { version: text.version, range } : null;
  });
  on<unknown, NewFileResult>(newFileMethod, () => engine.describeNewFile());
  on<WholeFileParams, string | null>(wholeFileMethod, (params) => engine.beginFile(params));
  on<RefusedParams, RefusedResult>(refusedMethod, ({ uri, body, refusal }) => {
    const complaints = engine.complaints(body, refusal);
    const instead = complaints.flatMap(({ ways }) => ways).find((way) => way === 'create' || way === 'update');
    knowledge.setComplaints(uri, complaints);
    const text = documents.get(uri);
    const range = text && engine.refusedPlace(text, complaints);
    return { place: range ? { version: text.version, range } : null, ...(instead ? { instead } : {}) };
  });
  connection.onNotification(forgetRefusalMethod, ({ uri }: ForgetRefusalParams) => knowledge.setComplaints(uri, []));
}
