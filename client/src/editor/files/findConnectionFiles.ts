// Finds the connection files of the workspace.
import { CancellationTokenSource, RelativePattern, type Uri, type WorkspaceFolder, workspace } from 'vscode';

/**
 * `atMost` so many, of the whole workspace or of one of its folders; undefined where VS Code cannot search. What is found when
 * `signal` aborts is not all.
 */
export async function findConnectionFiles(
  signal: AbortSignal,
  atMost: number,
  root?: WorkspaceFolder,
): Promise<readonly Uri[] | undefined> {
  const pattern = '**/*.streamconn.json';
  const source = new CancellationTokenSource();
  const cancel = () => source.cancel();
  signal.addEventListener('abort', cancel);
  try {
    const files = root ? new RelativePattern(root, pattern) : pattern;
    return await workspace.findFiles(files, '**/node_modules/**', atMost, source.token);
  } catch {
    return undefined;
  } finally {
    signal.removeEventListener('abort', cancel);
    source.dispose();
  }
}
