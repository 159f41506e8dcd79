// User names and passwords in addresses, as they are written and as people paste them. For the engine and for the client.

/**
 * In front of the host: as addresses are written, with signs in it that a password should not have there but may, and before
 * a server that has no scheme, with a port or without. No login is a port, an address of IPv6, or a server before another
 * one. The limit is for texts that are made to take long.
 */
const known = [
  /(?<=:\/\/)(?!\[|[\w.-]+:\d{1,5},)(?:(?!@[\w.-]+(?::\d+)?,)[^/?#\s])*@/,
  /(?<=:\/\/)(?!\[)[^/?#\s:@]*:(?!\d{0,5}(?:[/?#,]|$))[^\s@]{0,1000}@/,
  /(?<=^|,)[^\s,:@/[]+:(?!\/\/)[^\s,@]+@(?=(?:[\w.-]+|\[[\da-f:.]+\]):\d+(?:,|$))/,
];

/** Where the text is known to be an address: a user name may look like this. */
const portless = /(?<=^|,)(?!mailto:)[^\s,:@/?#[]+:[^\s,@/?#]+@(?=[\w-]+(?:\.[\w-]+)+(?:[,/]|$))/;

const anywhere = oneOf(known);
const inAddress = oneOf([...known, portless]);

function oneOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), 'g');
}

/** As it stands there, without its `@`. */
export function loginIn(address: string): string | undefined {
  return address.match(inAddress)?.[0].slice(0, -1);
}

export function withoutLogin(address: string): string {
  return address.replaceAll(inAddress, '');
}

/** The text without the logins of whatever is surely an address in it. */
export function withoutSureLogins(text: string): string {
  return text.replaceAll(anywhere, '');
}

/** The passwords in such logins; the user name of one without a password. */
export function sureLoginsIn(text: string): string[] {
  if (!text.includes('@')) return [];
  return [...text.matchAll(anywhere)].map(([login]) => /:(.+)@$/s.exec(login)?.[1] ?? login.slice(0, -1));
}
