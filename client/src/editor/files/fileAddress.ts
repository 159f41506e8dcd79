// Reads the file's address that a command is called with: by a lens, a menu, a keybinding or another extension.
import { Uri } from 'vscode';

export type FileAddress =
  /** Without a `uri`, the command was called with no address. */
  { readonly kind: 'address'; readonly uri: Uri | undefined } | { readonly kind: 'malformed' };

/** Longer than any address of a file. */
const longest = 8192;

/** More than anybody selects. */
const selectedAtMost = 1_000;

/** The addresses that the explorer gives of what is selected, none without a selection; undefined for anything else. */
export function readAddresses(selection: unknown): readonly Uri[] | undefined {
  if (selection === undefined || selection === null) return [];
  if (!Array.isArray(selection) || selection.length > selectedAtMost) return undefined;
  const addresses = selection.map(readAddress);
  const uris = addresses.flatMap((address) => (address.kind === 'address' && address.uri ? address.uri : []));
  return uris.length === addresses.length ? uris : undefined;
}

/** A lens gives the address as text, the editor's title button as an object. Nothing is taken for an address by its looks. */
export function readAddress(argument: unknown): FileAddress {
  if (argument === undefined || argument === null) return { kind: 'address', uri: undefined };
  try {
    const text = argument instanceof Uri ? Uri.prototype.toString.call(argument) : argument;
    const isAddress = typeof text === 'string' && text.length <= longest && /^[a-z][a-z0-9+.-]*:/i.test(text);
    return isAddress ? { kind: 'address', uri: Uri.parse(text, true) } : { kind: 'malformed' };
  } catch {
    // What only looks like a Uri throws when it is read, and so does a text that is none.
    return { kind: 'malformed' };
  }
}
