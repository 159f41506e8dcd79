// A language server that has an error with what a test says, as far as the extension can tell: the real one answers so.
import childProcess, { type ChildProcess } from 'node:child_process';
import { commands } from 'vscode';
import { personWho } from './person.ts';

type Message = Readonly<Record<string, unknown>>;

/** As long as `act` lasts, the server refuses each request that `isFaulty`, as JSON. */
export async function withFaults(isFaulty: (request: string) => boolean, act: () => Promise<void>): Promise<void> {
  const { fork } = childProcess;
  const faulty = (...args: unknown[]) => {
    const child = Reflect.apply(fork, childProcess, args) as ChildProcess;
    const send = child.send.bind(child) as (...all: unknown[]) => boolean;
    const sendOther = (message: Message, ...others: unknown[]) => {
      const isHit = 'method' in message && isFaulty(JSON.stringify(message));
      return send(isHit ? { ...message, method: 'streamconn/noSuchRequest' } : message, ...others);
    };
    return Object.assign(child, { send: sendOther });
  };
  Object.assign(childProcess, { fork: faulty });
  try {
    await restart();
    await act();
  } finally {
    Object.assign(childProcess, { fork });
    await restart();
  }
}

async function restart(): Promise<void> {
  const person = personWho();
  await commands.executeCommand('streamconn.restartLanguageServer');
  person.leave();
}
