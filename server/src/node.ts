// The language server as a Node process: over node IPC as VS Code starts it, or `--stdio` for any other LSP client.
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { certificates } from './certificates.ts';
import { createIncoming } from './incoming.ts';
import { startServer } from './server.ts';

// The build puts the page beside the server.
const rulesPage = new URL('rules.html', pathToFileURL(import.meta.filename)).href;

startServer(createConnection(ProposedFeatures.all, createIncoming()), { certificates, rulesPage });
