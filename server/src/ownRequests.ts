// Requests and notifications of `protocol.ts`, which only our own client sends.
import type { CompletionItem, Connection, RequestType, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { compareRequest, fileOfRequest } from './deployedProtocol.ts';
import { type Engine, uncheckableWords } from './engine/index.ts';
import type { Isolation } from './isolation.ts';
import type { Knowledge } from './knowledge.ts';
import { newFileRequest, wholeFileRequest } from './newFileProtocol.ts';
import {
  forgetRefusalNotification,
  locateRequest,
  offerValuesRequest,
  type PrepareRequestResult,
  prepareRequest,
  refusedRequest,
  wantedValuesRequest,
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
  const on = <P, R>(type: RequestType<P, R, void>, handler: (params: P) => R | Promise<R>) =>
    connection.onRequest<P, unknown, void>(type, answering(handler));

  on(prepareRequest, ({ uri }) => {
    const text = documents.get(uri);
    if (!text) return { kind: 'notOpen' };
    return orElse<PrepareRequestResult>(
      () => engine.prepareRequest(text, knowledge.of(uri)),
      () => ({ kind: 'unsendable', errors: 1, reason: uncheckableWords() }),
    );
  });
  on(fileOfRequest, ({ connection: deployed, like, taken }) => engine.fileOf(deployed, like, taken));
  on(compareRequest, ({ body, connection: deployed }) => engine.compare(body, deployed));
  on(wantedValuesRequest, ({ uri, position }) => {
    const text = documents.get(uri);
    return (text && engine.wantedValues(text, position)) ?? null;
  });
  on(offerValuesRequest, ({ uri, position, values }) => {
    const text = documents.get(uri);
    return text ? engine.offerValues(text, position, values).map(toItem) : [];
  });
  on(locateRequest, ({ uri, pointer }) => {
    const text = documents.get(uri);
    const range = text && engine.locate(text, pointer);
    return range ? { version: text.version, range } : null;
  });
  connection.onRequest(newFileRequest, answering(engine.describeNewFile));
  on(wholeFileRequest, (params) => engine.beginFile(params));
  on(refusedRequest, ({ uri, body, refusal }) => {
    const complaints = engine.complaints(body, refusal);
    const instead = complaints.flatMap(({ ways }) => ways).find((way) => way === 'create' || way === 'update');
    knowledge.setComplaints(uri, complaints);
    const text = documents.get(uri);
    const range = text && engine.refusedPlace(text, complaints);
    return { place: range ? { version: text.version, range } : null, ...(instead ? { instead } : {}) };
  });
  connection.onNotification(forgetRefusalNotification, ({ uri }) => knowledge.setComplaints(uri, []));
}
