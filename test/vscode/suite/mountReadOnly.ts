// A file system of another extension that can only be read.
import { type Disposable, EventEmitter, FileSystemError, type FileSystemProvider, FileType, workspace } from 'vscode';

export interface Mounted {
  /** The address of its empty folder. */
  readonly folder: string;
  readonly mounted: Disposable;
}

export function mountReadOnly(): Mounted {
  const [scheme, path] = ['streamconn-readonly', '/connections'];
  const refuse = () => {
    throw FileSystemError.NoPermissions();
  };
  const provider: FileSystemProvider = {
    onDidChangeFile: new EventEmitter<never>().event,
    watch: () => ({ dispose: () => undefined }),
    stat: (uri) => {
      if (uri.path !== path) throw FileSystemError.FileNotFound(uri);
      return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    },
    readDirectory: () => [],
    readFile: refuse,
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
  return {
    folder: `${scheme}:${path}`,
    mounted: workspace.registerFileSystemProvider(scheme, provider, { isReadonly: true }),
  };
}
