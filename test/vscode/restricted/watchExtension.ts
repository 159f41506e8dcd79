// Puts itself between VS Code and the extension before it starts, to see what it asks of SecretStorage.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Extension, type ExtensionContext, extensions, type SecretStorage } from 'vscode';

interface Main {
  activate(context: ExtensionContext): unknown;
}

const seen: string[] = [];
const started = Promise.withResolvers<ExtensionContext>();

/** What was asked of single secrets so far, such as `get streamconn.secret.X`; which ones there are may be asked at any time. */
export const askedOfSecrets: readonly string[] = seen;

/** What VS Code gave to the extension, once it has started. */
export const contextOfExtension: Promise<ExtensionContext> = started.promise;

export function theExtension(): Extension<unknown> {
  const found = extensions.getExtension('streamconn.streamconn');
  if (!found) throw new Error('The extension is not there.');
  return found;
}

function watched(secrets: SecretStorage): SecretStorage {
  const note = <T>(what: string, answer: T): T => {
    seen.push(what);
    return answer;
  };
  return {
    get: (key) => note(`get ${key}`, secrets.get(key)),
    store: (key, value) => note(`store ${key}`, secrets.store(key, value)),
    delete: (key) => note(`delete ${key}`, secrets.delete(key)),
    keys: () => secrets.keys(),
    onDidChange: secrets.onDidChange,
  };
}

const { extensionPath, packageJSON, isActive } = theExtension();
if (isActive) throw new Error('The extension was active before it could be watched.');
const file = join(extensionPath, packageJSON.main);
const require = createRequire(file);
const main: Main = require(file);
const loaded = require.cache[require.resolve(file)];
if (!loaded) throw new Error('VS Code would load the extension a second time.');
loaded.exports = {
  ...main,
  activate: (context: ExtensionContext) => {
    started.resolve(context);
    return main.activate(Object.create(context, { secrets: { value: watched(context.secrets) } }));
  },
};
