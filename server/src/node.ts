// The language server as a Node process: over node IPC as VS Code starts it, or `--stdio` for any other LSP client.
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { certificates } from './certificates.ts';
import { createIncoming } from './incoming.ts';
import { startServer } from './server.ts';

startServer(createConnection(ProposedFeatures.all, createIncoming()), { certificates });
