// Stands in for @vscode/l10n, which could read files and the network: the JSON service's messages stay in English.

/** The message with `{0}`, `{1}` … filled in; a place without a value stays as it is. */
export function t(message: string, ...values: readonly (string | number | boolean)[]): string {
  return message.replaceAll(/\{(\d+)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}
