// `npm run sandbox`: the sandbox Atlas alone, until Ctrl-C.
import { parseArgs } from 'node:util';
import { describeSandbox, startSandbox } from './startSandbox.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '8484' } } });
const port = Number(values.port);
if (!Number.isInteger(port) || port < 1 || port > 65_535) {
  console.error('--port takes a number from 1 to 65535.');
  process.exit(2);
}
const sandbox = await startSandbox(port);
console.log(`${describeSandbox(sandbox)}\n\nStop it with Ctrl-C.`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sandbox.stop().then(() => process.exit(0)));
}
