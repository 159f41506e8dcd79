// What a new connection file can be made of: whole files to begin with, and how other texts are read.
import clientProperties from '../../../../schemas/clientProperties.json' with { type: 'json' };
import { fromPointer } from '../../jsonPointer.ts';
import type { ClientProperties, ConnectionMarks, NewFileResult } from '../../newFileProtocol.ts';
import { connectionTypeNames } from '../schema/connectionTypes.ts';
import { type Place, placeAt, said } from '../schema/places.ts';
import { secretPlaces } from '../schema/secretPlaces.ts';
import { describeWholeFiles } from './completion/snippets.ts';

export function describeNewFile(): NewFileResult {
  const table = clientProperties as ClientProperties;
  return {
    wholeFiles: describeWholeFiles(),
    secretPlaces: secretPlaces(),
    clientProperties: { ...table, supported: keysOf(placeAt(table.connection, fromPointer(table.rest ?? ''))) },
    connectionMarks: connectionMarks(),
  };
}

function connectionMarks(): ConnectionMarks {
  const keys = connectionTypeNames.flatMap((type) => keysOf(placeAt({ type }, [])));
  const mistakenTypes = Object.keys(said(placeAt({}, ['type']), 'mistaken') ?? {});
  return { types: connectionTypeNames, mistakenTypes, keys: [...new Set(keys)] };
}

function keysOf({ schemas }: Place): string[] {
  return schemas.flatMap(({ properties = {} }) => Object.keys(properties));
}
