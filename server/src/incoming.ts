// Every message of the client before it is handled: refused out of its time, and not computed when it is cancelled.
import {
  type Connection,
  type ConnectionOptions,
  ErrorCodes,
  LSPErrorCodes,
  Message,
  type NotificationMessage,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver';

type Result = void | Promise<void>;
type Next = (message: Message) => Result;

interface Held {
  readonly message: Message;
  handle(message: Message): void;
}

/** What a refused request is handled as; its parameter is the code of the error. */
const refusedMethod = 'streamconn/refusedRequest';

/** A request is handled when so many turns of the event loop have brought no message: reading one takes up to three. */
const quietTurns = 3;

/** With more messages held than that, the first is handled though others still come. */
const heldAtMost = 1000;

/** How a connection takes its messages: in their order, requests only once it is known whether they are cancelled. */
export function createIncoming(): ConnectionOptions {
  const refusalOf = createLifecycle();
  const held: Held[] = [];
  let arrived = 0;
  let isBusy = false;

  function handleMessage(message: Message, next: Next): Result {
    arrived++;
    if (Message.isResponse(message)) return next(message);
    const refusal = refusalOf(message as RequestMessage | NotificationMessage);
    if (refusal !== undefined) return Message.isRequest(message) ? next(refused(message, refusal)) : undefined;
    if (isCancellation(message)) {
      answerCancelled(message.params.id);
      return next(message);
    }
    return new Promise((resolve) => {
      held.push({ message, handle: (one) => resolve(next(one)) });
      if (!isBusy) handleFirst();
    });
  }
  function answerCancelled(id: unknown): void {
    const at = held.findIndex(({ message }) => Message.isRequest(message) && message.id === id);
    const [found] = at < 0 ? [] : held.splice(at, 1);
    found?.handle(refused(found.message, LSPErrorCodes.RequestCancelled));
  }
  function handleFirst(): void {
    const [first] = held;
    isBusy = first !== undefined;
    if (!first) return;
    const handle = () => {
      const one = held.shift();
      one?.handle(one.message);
      // In a turn of its own, so that the text is still the same for whatever that has only begun.
      setImmediate(handleFirst);
    };
    if (Message.isRequest(first.message)) whenQuiet(handle);
    else handle();
  }
  function whenQuiet(then: () => void, turns = 0, seen = arrived): void {
    if (turns === quietTurns || held.length > heldAtMost) then();
    else setImmediate(() => whenQuiet(then, seen === arrived ? turns + 1 : 0));
  }
  return { messageStrategy: { handleMessage } };
}

/** Gives the connection its answer to what `createIncoming` refuses. */
export function answerRefused(connection: Connection): void {
  connection.onRequest(
    refusedMethod,
    ({ code }: { readonly code: number }) => new ResponseError(code, names[code] ?? String(code)),
  );
}

function refused(message: Message, code: number): Message {
  return { ...message, method: refusedMethod, params: { code } } as Message;
}

/** The names that the specification gives the codes: for the developers of a client. */
const names: Readonly<Record<number, string>> = {
  [LSPErrorCodes.RequestCancelled]: 'RequestCancelled',
  [ErrorCodes.ServerNotInitialized]: 'ServerNotInitialized',
  [ErrorCodes.InvalidRequest]: 'InvalidRequest',
};

function isCancellation(message: Message): message is NotificationMessage & { params: { id: unknown } } {
  return Message.isNotification(message) && message.method === '$/cancelRequest';
}

/** Tells, message by message, why one is out of its time; undefined of those that are not. */
function createLifecycle(): (message: RequestMessage | NotificationMessage) => number | undefined {
  let phase: 'new' | 'running' | 'down' = 'new';
  return ({ method }) => {
    if (method === 'exit') return undefined;
    if (phase === 'new' && method === 'initialize') {
      phase = 'running';
      return undefined;
    }
    if (phase === 'new') return ErrorCodes.ServerNotInitialized;
    if (phase === 'down' || method === 'initialize') return ErrorCodes.InvalidRequest;
    if (method === 'shutdown') phase = 'down';
    return undefined;
  };
}
