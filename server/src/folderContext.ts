// What counts for one file of what the client has told: the part of its folder.
import type { LensContext } from './engine/index.ts';
import type { ContextParams } from './protocol.ts';

/** A file's target is that of the nearest folder that it is in; without any, that of the window. */
export function lensContextOf({ folders = [], targetTitle, secretNames }: ContextParams, file: string): LensContext {
  const [nearest] = folders
    .filter(({ uri }) => file.startsWith(below(uri)))
    .sort((a, b) => b.uri.length - a.uri.length);
  const title = nearest ? nearest.targetTitle : targetTitle;
  return { ...(title === undefined ? {} : { targetTitle: title }), ...(secretNames ? { secretNames } : {}) };
}

function below(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`;
}
