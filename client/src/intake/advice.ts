// What to do about settings that a connection has no place for, in sentences with the commands to call.
import * as l10n from '@vscode/l10n';

/** By what the table says of a setting, and by the kind of its keystore, in capitals where the text tells it. */
export function adviceFor(about: 'keystore' | 'truststore', keystoreType: string | undefined): string {
  const insert = l10n.t('Put what comes of it into the file with “Insert PEM from file…”.');
  if (about === 'truststore') {
    const truststore = l10n.t(
      'A truststore is not read. Where its certificate is not a public one, export it as PEM: {0}.',
      'keytool -exportcert -rfc -alias ALIAS -keystore TRUSTSTORE -file ca.pem',
    );
    return `${truststore} ${insert}`;
  }
  if (keystoreType === 'PEM') {
    return l10n.t(
      'The keystore is a PEM file with the key and its certificate in one. Make a file of each, and put them into the connection file with “Insert PEM from file…”.',
    );
  }
  const exports = {
    certificate: 'openssl pkcs12 -in client.p12 -nokeys -out client.pem',
    key: 'openssl pkcs12 -in client.p12 -nocerts -nodes -out client.key',
  };
  const keystore =
    keystoreType === 'PKCS12'
      ? l10n.t('A keystore is not read. Export it as PEM: {certificate}, and {key}.', exports)
      : l10n.t('A keystore is not read. Export it as PEM: {convert}, then {certificate}, and {key}.', {
          convert: 'keytool -importkeystore -srckeystore KEYSTORE -destkeystore client.p12 -deststoretype PKCS12',
          ...exports,
        });
  return `${keystore} ${insert}`;
}

/** Of a text that holds the settings of more than one connection. */
export function adviceToRepeat(): string {
  return l10n.t('The clipboard has settings of another connection as well: run the command again to make its file.');
}
