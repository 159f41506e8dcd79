// What the core asks of the language engine: the editor asks the language server, the command line the engine itself.
import type { CompareParams, CompareResult, FileOfParams, FileOfResult } from '../../../server/src/deployedProtocol.ts';

export interface Engine {
  /** The file of a connection as Atlas gives it; null where there can be none. */
  fileOf(
    connection: FileOfParams['connection'],
    like?: FileOfParams['like'],
    taken?: FileOfParams['taken'],
  ): Promise<FileOfResult | null>;
  /** What of a file differs from the connection that Atlas has; null where they cannot be read. */
  compare(params: CompareParams): Promise<CompareResult | null>;
}
