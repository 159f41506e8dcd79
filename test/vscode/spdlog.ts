// VS Code writes its logs, output channels among them, through a native module that npm alone cannot build. This writes
// the same files in plain JavaScript, so that the Output panel works in the VS Code that we install.
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'] as const;

export class Logger {
  #level = 2;
  #isRaw = false;
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  trace = (message: string) => this.#write(0, message);
  debug = (message: string) => this.#write(1, message);
  info = (message: string) => this.#write(2, message);
  warn = (message: string) => this.#write(3, message);
  error = (message: string) => this.#write(4, message);
  critical = (message: string) => this.#write(5, message);
  getLevel = () => this.#level;
  setLevel = (level: number) => {
    this.#level = level;
  };
  setPattern = () => {
    this.#isRaw = false;
  };
  clearFormatters = () => {
    this.#isRaw = true;
  };
  flush = () => {};
  drop = () => {};

  #write(level: number, message: string): void {
    if (level < this.#level) return;
    const time = new Date().toISOString().replace('T', ' ').slice(0, -1);
    appendFileSync(this.#file, this.#isRaw ? message : `${time} [${levels[level]}] ${message}\n`);
  }
}

export async function createRotatingLogger(_name: string, file: string): Promise<Logger> {
  mkdirSync(dirname(file), { recursive: true });
  return new Logger(file);
}

export const createAsyncRotatingLogger = createRotatingLogger;
export const setLevel = () => {};
export const setFlushOn = () => {};
