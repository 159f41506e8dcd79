// Apache's own Digest (mod_auth_digest) in front of an Atlas that takes everything; Debian's, where it is installed.
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type DigestHost, digestKey } from './digestHost.ts';

const program = '/usr/sbin/apache2';
const modules = '/usr/lib/apache2/modules';
const realm = 'MMS Public API';

export function hasApache(): boolean {
  return existsSync(program) && existsSync(join(modules, 'mod_auth_digest.so'));
}

/** `directives` are those of mod_auth_digest. */
export async function startApache(...directives: readonly string[]): Promise<DigestHost> {
  const created: string[] = [];
  const atlas = createServer(async (request, response) => {
    const body = await text(request);
    created.push(body);
    response.end(body);
  });
  await new Promise<void>((resolve) => atlas.listen(0, '127.0.0.1', resolve));
  const folder = mkdtempSync(join(tmpdir(), 'streamconn-apache-'));
  // Started as root, Apache reads the file of users as somebody else.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const { publicKey, privateKey } = digestKey;
  const hash = createHash('md5').update(`${publicKey}:${realm}:${privateKey}`).digest('hex');
  writeFileSync(join(folder, 'users'), `${publicKey}:${realm}:${hash}\n`, { mode: 0o644 });
  writeFileSync(join(folder, 'conf'), configure(folder, port, (atlas.address() as AddressInfo).port, directives));
  const apache = spawn(program, ['-f', join(folder, 'conf'), '-DFOREGROUND'], { stdio: 'ignore' });
  await untilListening(port, apache, join(folder, 'log'));
  return {
    origin: `http://127.0.0.1:${port}`,
    created,
    get requests() {
      return readFileSync(join(folder, 'access'), 'utf8').split('\n').length - 1;
    },
    stop: async () => {
      apache.kill();
      await once(apache, 'exit');
      atlas.close();
      atlas.closeAllConnections();
      rmSync(folder, { recursive: true });
    },
  };
}

function configure(folder: string, port: number, atlas: number, directives: readonly string[]): string {
  const loaded = [
    'mpm_event',
    'authn_core',
    'authn_file',
    'authz_core',
    'authz_user',
    'auth_digest',
    'proxy',
    'proxy_http',
  ];
  return [
    ...loaded.map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`),
    `ServerRoot ${folder}`,
    `DefaultRuntimeDir ${folder}`,
    `PidFile ${folder}/pid`,
    `ErrorLog ${folder}/log`,
    `CustomLog ${folder}/access "%s"`,
    `Listen 127.0.0.1:${port}`,
    'ServerName 127.0.0.1',
    ...(process.getuid?.() === 0 ? ['User www-data', 'Group www-data'] : []),
    'AllowEncodedSlashes NoDecode',
    ...directives.filter((directive) => directive.startsWith('AuthDigestShmemSize')),
    `ProxyPass / http://127.0.0.1:${atlas}/ nocanon`,
    '<Location />',
    'AuthType Digest',
    `AuthName "${realm}"`,
    `AuthUserFile ${folder}/users`,
    ...directives.filter((directive) => !directive.startsWith('AuthDigestShmemSize')),
    'Require valid-user',
    '</Location>',
    '',
  ].join('\n');
}

async function freePort(): Promise<number> {
  const server = createTcpServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilListening(port: number, apache: ChildProcess, log: string): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const isThere = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isThere) return;
    if (apache.exitCode !== null)
      throw new Error(existsSync(log) ? readFileSync(log, 'utf8') : 'Apache did not start.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
