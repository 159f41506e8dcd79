// What to do about settings that a connection has no place for, in sentences with the commands to call.
import * as l10n from '@vscode/l10n';
import type { ClientProperty } from '../../../../server/src/newFileProtocol.ts';

export interface AdviceOn {
  /** In capitals, where the text tells it. */
  readonly keystoreType: string | undefined;
  /** The connection's property that the setting would become. */
  readonly property: string;
}

/** By what the table says of a setting. The names of files are those that the table gives (schemas/clientProperties.json). */
export function adviceFor(about: NonNullable<ClientProperty['instead']>, { keystoreType, property }: AdviceOn): string {
  switch (about) {
    case 'truststore':
      return l10n.t(
        'A truststore is not read. Export its certificate as PEM: {command}. Where it is a public one, remove {property} instead.',
        { command: 'keytool -exportcert -rfc -alias ALIAS -keystore TRUSTSTORE -file ca-certificate.pem', property },
      );
    case 'certificates':
      return l10n.t(
        'Where the broker’s certificate is not a public one, put that of its authority as PEM into the workspace folder and name it in the connection file: {0}.',
        `"${property}": "\${file:ca-certificate.pem}"`,
      );
    case 'keystore':
      return adviceForKeystore(keystoreType);
  }
}

function adviceForKeystore(type: string | undefined): string {
  if (type === 'PEM') {
    return l10n.t(
      'The keystore is a PEM file with the key and its certificate in one. Make a file of each: {certificate} and {key}.',
      { certificate: 'client-certificate.pem', key: 'client-key.pem' },
    );
  }
  const exports = {
    certificate: 'openssl pkcs12 -in client.p12 -nokeys -out client-certificate.pem',
    key: 'openssl pkcs12 -in client.p12 -nocerts -nodes -out client-key.pem',
  };
  return type === 'PKCS12'
    ? l10n.t('A keystore is not read. Export it as PEM: {certificate}, and {key}.', exports)
    : l10n.t('A keystore is not read. Export it as PEM: {convert}, then {certificate}, and {key}.', {
        convert: 'keytool -importkeystore -srckeystore KEYSTORE -destkeystore client.p12 -deststoretype PKCS12',
        ...exports,
      });
}

/** Of a text that holds the settings of more than one connection. */
export function adviceToRepeat(): string {
  return l10n.t('The clipboard has settings of another connection as well: run the command again to make its file.');
}
