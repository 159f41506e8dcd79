// Finds the connection files of the workspace.
import { CancellationTokenSource, type Uri, workspace } from 'vscode';

/** `atMost` so many; undefined where VS Code cannot search. What is found when `signal` aborts is not all. */
export async function findConnectionFiles(signal: AbortSignal, atMost: number): Promise<readonly Uri[] | undefined> {
  const source = new CancellationTokenSource();
  const cancel = () => source.cancel();
  signal.addEventListener('abort', cancel);
  try {
    return await workspace.findFiles('**/*.streamconn.json', '**/node_modules/**', atMost, source.token);
  } catch {
    return undefined;
  } finally {
    signal.removeEventListener('abort', cancel);
    source.dispose();
  }
}
