// A connection file as a request to export, a shell to run what was written in, and programs that remember their call.
import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { exportForms, shellsOn } from '../../../client/src/core/export/forms.ts';
import type { Exported, ExportRequest } from '../../../client/src/core/export/request.ts';
import { createEngine } from '../../../server/src/engine/index.ts';
import { toText } from '../../support/cursor.ts';

const engine = createEngine();

const groupId = '32b6e34b3d91647abb20e7b8';

/** What the file with this content would send to the instance `orders`. */
export async function requestOf(content: object, place: Partial<ExportRequest> = {}): Promise<ExportRequest> {
  const result = await engine.prepareRequest(toText(JSON.stringify(content, null, 2)));
  if (result.kind !== 'prepared') throw new Error(result.kind);
  const { body, placeholders, secretPaths } = result.request;
  return {
    origin: 'https://cloud.mongodb.com',
    path: `/api/atlas/v2/groups/${groupId}/streams/orders/connections`,
    groupId,
    tenantName: 'orders',
    mediaType: 'application/vnd.atlas.2025-02-19+json',
    contentType: 'application/json',
    body,
    placeholders,
    secretPaths,
    ...place,
  };
}

/** The request in the form of this label; in a shell, that of this id. */
export function writeAs(label: string, request: ExportRequest, shellId = 'sh'): Exported {
  const form = exportForms().find((candidate) => candidate.label === label);
  const shell = shellsOn('linux').find(({ id }) => id === shellId);
  if (!form || !shell) throw new Error(`There is no form ${label} for ${shellId}.`);
  return form.inShell ? form.write(request, shell) : form.write(request);
}

/** Everything that can be put on the clipboard for the request, with what it is. */
export function writeAll(request: ExportRequest): readonly (readonly [what: string, exported: Exported])[] {
  return exportForms().flatMap((form) =>
    form.inShell
      ? shellsOn('linux').map((shell) => [`${form.label} for ${shell.id}`, form.write(request, shell)] as const)
      : [[form.label, form.write(request)] as const],
  );
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder for each test of a file, and a shell in it whose environment is empty but for what the test sets. */
export function useFolder() {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'streamconn-export-'));
    mkdirSync(join(folder, 'programs'));
    mkdirSync(join(folder, 'temporary'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string) => join(folder, name);
  return {
    path,
    write: (name: string, text: string) => writeFileSync(path(name), text),
    read: (name: string) => readFileSync(path(name), 'utf8'),
    /** Puts a program of this name before all others. */
    program: (name: string, text: string) => {
      writeFileSync(path(`programs/${name}`), `#!/bin/sh\n${text}\n`);
      chmodSync(path(`programs/${name}`), 0o755);
    },
    run: (text: string, variables: Readonly<Record<string, string>> = {}, shell = 'sh'): Promise<Ran> => {
      const env = {
        PATH: `${path('programs')}:${process.env.PATH}`,
        HOME: folder,
        TMPDIR: path('temporary'),
        NO_PROXY: '*',
        ...variables,
      };
      return new Promise((resolve) => {
        execFile(shell, ['-c', text], { cwd: folder, env, timeout: 20_000 }, (error, out, err) => {
          resolve({ code: Number(error?.code ?? 0), out, err });
        });
      });
    },
  };
}
