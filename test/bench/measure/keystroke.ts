// From a keystroke to its diagnostics, in processes that run already.
import assert from 'node:assert/strict';
import { compare, type Measured, timeOf } from '../compare.ts';
import { type ServerProgram, servers } from '../contenders.ts';
import { keystrokeAt } from '../documents.ts';
import { type ServerProcess, startServer } from './serverProcess.ts';

export interface Pace {
  readonly rounds: number;
  readonly warmUps: number;
  /** How many keystrokes a round has. */
  readonly together: number;
}

export interface Typing {
  readonly text: string;
  /** Whether the servers, but for the floor, find faults in it. */
  readonly isFaulty: boolean;
  readonly pace: Pace;
}

/** In milliseconds for one keystroke. */
export async function measureKeystroke(folder: string, { text, isFaulty, pace }: Typing): Promise<Measured> {
  const { ours, floor, ...others } = await servers(folder, 'bareServer');
  const open = async (program: ServerProgram, hasFindings: boolean) => {
    const server = await startServer(program);
    assert.equal((await server.open(text)) > 0, hasFindings, program.file);
    return server;
  };
  const running = {
    ours: await open(ours, isFaulty),
    floor: await open(floor, false),
    'VS Code JSON': await open(others['VS Code JSON'], isFaulty),
  };
  try {
    return await compare(running, pace, (server) => type(server, pace.together));
  } finally {
    for (const server of Object.values(running)) await server.end();
  }
}

async function type(server: ServerProcess, together: number): Promise<number> {
  const time = await timeOf(async () => {
    for (let count = 0; count < together; count += 1) await server.type(keystrokeAt, 'ab'.charAt(count % 2));
  });
  return time / together;
}
