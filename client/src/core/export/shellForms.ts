// The request for shells: with curl, signed in either way, and with the Atlas CLI, by either of its commands.
import { bindInputs, nameIn, plain } from './inputs.ts';
import type { Exported, ExportRequest } from './request.ts';
import type { Command, Shell, Word } from './shell.ts';

const serviceAccount = ['MONGODB_ATLAS_CLIENT_ID', 'MONGODB_ATLAS_CLIENT_SECRET'];
const apiKey = ['MONGODB_ATLAS_PUBLIC_API_KEY', 'MONGODB_ATLAS_PRIVATE_API_KEY'];

/** That knows `--fail-with-body`. */
const newCurl = 'curl 7.76 or later';

export function curlWithServiceAccount(request: ExportRequest, shell: Shell): Exported {
  return write(request, shell, {
    needs: newCurl,
    variables: serviceAccount,
    tokenRequest: {
      program: 'curl',
      options: [
        ...quiet,
        ['--user', { variables: serviceAccount }],
        ['--header', 'Accept: application/json'],
        ['--data', 'grant_type=client_credentials'],
        [`${request.origin}/api/oauth/token`],
      ],
    },
    command: post(request, [['--oauth2-bearer', { kind: 'token' }]]),
  });
}

export function curlWithDigest(request: ExportRequest, shell: Shell): Exported {
  return write(request, shell, {
    needs: newCurl,
    variables: apiKey,
    command: post(request, [['--digest'], ['--user', { variables: apiKey }]]),
  });
}

/** `atlas streams connections create`: reads the connection's name from the file as well. */
export function atlasStreams(request: ExportRequest, shell: Shell): Exported {
  const { groupId, tenantName } = request;
  return write(request, shell, {
    needs: `the Atlas CLI, signed in to ${plain(request.origin)}`,
    variables: [],
    command: {
      program: 'atlas',
      options: [
        ['streams', 'connections', 'create'],
        ['--projectId', groupId],
        ['--instance', tenantName],
        ['--file', { kind: 'bodyFile' }],
      ],
    },
  });
}

/** `atlas api streams createStreamConnection`: sends the file as it is, fields that the CLI does not know included. */
export function atlasApi(request: ExportRequest, shell: Shell): Exported {
  const { groupId, tenantName } = request;
  return write(request, shell, {
    needs: `the Atlas CLI 1.38 or later, signed in to ${plain(request.origin)}`,
    variables: [],
    command: {
      program: 'atlas',
      options: [
        ['api', 'streams', 'createStreamConnection'],
        ['--groupId', groupId],
        ['--tenantName', tenantName],
        ['--file', { kind: 'bodyFile' }],
      ],
    },
  });
}

const quiet: readonly (readonly Word[])[] = [['--silent', '--show-error']];

function post({ origin, path, mediaType, contentType }: ExportRequest, signIn: Command['options']): Command {
  return {
    program: 'curl',
    options: [
      ...quiet,
      // A refusal is printed, and is the script's own failure.
      ['--fail-with-body'],
      ...signIn,
      ['--header', `Accept: ${mediaType}`],
      ['--header', `Content-Type: ${contentType}`],
      ['--data-binary', { kind: 'body' }],
      [origin + path],
    ],
  };
}

interface Form {
  readonly needs: string;
  /** That sign in. */
  readonly variables: readonly string[];
  readonly tokenRequest?: Command;
  readonly command: Command;
}

function write(request: ExportRequest, shell: Shell, { needs, variables: signIn, ...commands }: Form): Exported {
  const { body, variables, readsFiles } = bindInputs(request);
  const name = plain(nameIn(body) ?? 'of the file');
  const all = [...new Set([...signIn, ...variables.map((variable) => variable.name)])];
  const comments = [
    `Creates the connection ${name} in Atlas.`,
    `Needs ${needs}, ${shell.needs}.`,
    ...(readsFiles ? ['Run it in the workspace folder: it reads files there.'] : []),
    ...signIn.map((variable) => `Set first: ${variable}`),
    ...variables.map((variable) => `Set first: ${variable.name}, for ${variable.meaning}`),
  ];
  return { text: shell.write({ comments, body, variables: all, ...commands }), variables: all };
}
