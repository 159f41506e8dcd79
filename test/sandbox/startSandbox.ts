// Starts the sandbox for a person: on the first free port, with the credentials to paste.
import { createSandbox, type Sandbox } from './sandbox.ts';

/** The sandbox on `port`, or on the first free one of the ninety-nine after it. */
export async function startSandbox(port: number): Promise<Sandbox> {
  for (let candidate = port; ; candidate++) {
    try {
      return await createSandbox({ port: candidate, seed: 'for a person' });
    } catch (error) {
      const isBusy = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isBusy || candidate >= port + 99 || candidate >= 65_535) throw error;
    }
  }
}

/** Address, credentials, projects and instances, as lines for a person. */
export function describeSandbox({ origin, state }: Sandbox): string {
  const { serviceAccount, apiKey } = state.credentials.owner;
  const projects = [...state.projects.values()].map(
    ({ id, name, instances }) => `  ${name.padEnd(15)} ${id}   instances: ${[...instances.keys()].join(', ')}`,
  );
  return [
    `Sandbox Atlas at ${origin}`,
    '',
    'Sign in with the service account',
    `  client id       ${serviceAccount.clientId}`,
    `  client secret   ${serviceAccount.clientSecret}`,
    'or the API key',
    `  public key      ${apiKey.publicKey}`,
    `  private key     ${apiKey.privateKey}`,
    '',
    'Projects',
    ...projects,
  ].join('\n');
}
