// A list of servers as Kafka takes it: one string, host:port, separated by commas.
import type { Part } from '../remark.ts';

export interface Server extends Part {
  /** As written, without the white space around it. */
  readonly text: string;
}

/** What stands between the commas, with its place in the string; empty where two commas meet. */
export function serversIn(list: string): readonly Server[] {
  let offset = 0;
  return list.split(',').map((item) => {
    const text = item.trim();
    const start = offset + (text ? item.indexOf(text) : 0);
    offset += item.length + 1;
    return { text, start, length: text ? text.length : item.length };
  });
}

export interface Address {
  readonly scheme: string | undefined;
  readonly hasCredentials: boolean;
  /** An IPv6 address is without its brackets. */
  readonly host: string;
  readonly isBracketed: boolean;
  readonly port: string | undefined;
  /** Whether anything follows the port. */
  readonly hasPath: boolean;
}

const form =
  /^(?:(?<scheme>[a-z][\w+.-]*):\/\/)?(?<credentials>[^/]*@)?(?:\[(?<v6>[^\]]*)\]|(?<host>[^/]*?))(?::(?<port>[^:/]*))?(?<path>\/.*)?$/i;

/** The parts of a server, whatever they hold. */
export function readAddress(server: string): Address {
  const { scheme, credentials, v6, host, port, path } = form.exec(server)?.groups ?? {};
  return {
    scheme,
    hasCredentials: credentials !== undefined,
    host: v6 ?? host ?? server,
    isBracketed: v6 !== undefined,
    port,
    hasPath: path !== undefined,
  };
}
