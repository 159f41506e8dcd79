// Loaded before a program (`node --import`): writes a line to standard error for each file, address and variable it asks for.
import childProcess from 'node:child_process';
import dns from 'node:dns';
import fs from 'node:fs';
import net from 'node:net';

/** What Node itself reads to load the program and the packages around it. */
const loading = /\/(\.vscode-test|node_modules)\/|package\.json$|^WATCH_REPORT_DEPENDENCIES$/;

function tell(what: string, subject: unknown): void {
  if (!loading.test(String(subject))) process.stderr.write(`watched: ${what} ${subject}\n`);
}

function watch(owner: object, what: string, names: readonly string[]): void {
  const functions = owner as Record<string, unknown>;
  for (const name of names) {
    const original = functions[name];
    if (typeof original !== 'function') throw new Error(`${what} has no ${name}`);
    functions[name] = function (this: unknown, ...args: unknown[]) {
      tell(`${what}.${name}`, args[0]);
      return original.apply(this, args);
    };
  }
}

watch(fs, 'fs', ['open', 'openSync', 'readFile', 'readFileSync', 'readdir', 'readdirSync', 'realpath', 'realpathSync']);
watch(fs, 'fs', [
  'stat',
  'statSync',
  'lstat',
  'lstatSync',
  'existsSync',
  'writeFile',
  'writeFileSync',
  'mkdir',
  'mkdirSync',
]);
watch(fs.promises, 'fs.promises', ['open', 'readFile', 'readdir', 'realpath', 'stat', 'writeFile', 'mkdir']);
watch(net.Socket.prototype, 'socket', ['connect']);
watch(dns, 'dns', ['lookup']);
watch(childProcess, 'child_process', ['spawn', 'spawnSync', 'fork', 'exec', 'execFile', 'execFileSync']);
watch(globalThis, 'global', ['fetch']);
process.env = new Proxy(process.env, {
  get: (environment, name) => {
    tell('environment', String(name));
    return Reflect.get(environment, name);
  },
  ownKeys: (environment) => {
    tell('environment', 'all');
    return Reflect.ownKeys(environment);
  },
});
