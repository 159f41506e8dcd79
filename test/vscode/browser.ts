// A headless browser to drive the workbench with: the machine's own Chrome or Chromium, else one from npm.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { installChromium } from './install.ts';

const switches = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  // Whatever the workbench asks of the world, nothing leaves this machine.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Starts the browser; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ args: switches, ...(await browserOnThisMachine()) });
}

async function browserOnThisMachine(): Promise<LaunchOptions> {
  const executablePath = findOnPath(['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser']);
  if (executablePath) return { executablePath };
  // Windows and macOS have Chrome in a place that playwright knows.
  if (process.platform !== 'linux') return { channel: 'chrome' };
  const { executable, libraries, fonts } = await installChromium();
  return {
    executablePath: executable,
    args: [...switches, '--headless=shell', '--no-zygote', '--no-sandbox', '--disable-gpu'],
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter),
      ...(existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: fonts }),
    },
  };
}

function findOnPath(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}
