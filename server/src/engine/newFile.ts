// What a new connection file can be made of: whole files to begin with, and how other texts are read.
import * as l10n from '@vscode/l10n';
import clientProperties from '../../../schemas/clientProperties.json' with { type: 'json' };
import snippets from '../../../snippets/streamconn.json' with { type: 'json' };
import { fromPointer } from '../jsonPointer.ts';
import type { ClientProperties, NewFileResult, WholeFile } from '../newFileProtocol.ts';
import { placeAt } from './places.ts';
import { findSecretPlaces } from './secretPlaces.ts';

export function describeNewFile(): NewFileResult {
  const table = clientProperties as ClientProperties;
  const supported = placeAt(table.connection, fromPointer(table.rest ?? '')).schemas.flatMap((schema) =>
    Object.keys(schema.properties ?? {}),
  );
  return {
    wholeFiles: Object.entries(snippets).map(([title, { description, body }]) =>
      toWholeFile(l10n.t(title), l10n.t(description), body.join('\n')),
    ),
    secretPlaces: findSecretPlaces(),
    clientProperties: { ...table, supported },
  };
}

/** The name is asked for before there is a file, so the snippet is cut in two where it stands. */
function toWholeFile(title: string, description: string, body: string): WholeFile {
  const {
    index = body.length,
    0: stop = '',
    groups = {},
  } = /(?<="name": ")\$\{1(?::(?<example>[^}]*)|\|(?<choices>[^|]*)\|)\}/.exec(body) ?? {};
  return {
    title,
    description,
    before: body.slice(0, index),
    after: body.slice(index + stop.length),
    example: groups.example ?? '',
    names: groups.choices?.split(',') ?? [],
  };
}
