// What client and server say to each other of connection files that are not there yet.
import { RequestType, RequestType0 } from 'vscode-languageserver-protocol';
import type { SecretPlace } from './secrets.ts';

/** Request: what a new connection file can be made of. Of a text that becomes one, the server never sees a secret. */
export const newFileRequest = new RequestType0<NewFileResult, void>('streamconn/newFile');

/** Request: the snippet text that a whole file begins with; null where there is none with that id. */
export const wholeFileRequest = new RequestType<WholeFileParams, string | null, void>('streamconn/wholeFile');

export interface WholeFileParams {
  /** That of a `WholeFile`. */
  readonly id: string;
  /** The connection's name, which its secrets are named after. */
  readonly name: string;
  /** Names of secrets that the file must not give to a secret of its own. */
  readonly taken: readonly string[];
}

export interface NewFileResult {
  readonly wholeFiles: readonly WholeFile[];
  readonly secretPlaces: readonly SecretPlace[];
  readonly clientProperties: ClientProperties;
  readonly connectionMarks: ConnectionMarks;
}

/** What tells a connection from other JSON that has a `type`. */
export interface ConnectionMarks {
  /** Values of `type`. */
  readonly types: readonly string[];
  /** Values that people write in place of those. */
  readonly mistakenTypes: readonly string[];
  /** The properties that connections of any type have. */
  readonly keys: readonly string[];
}

/** A connection to begin with. */
export interface WholeFile {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** What a name may look like. */
  readonly example: string;
  /** The only names there are; none where the person finds one. */
  readonly names: readonly string[];
}

/** How the settings of other clients become connections (schemas/clientProperties.json). */
export interface ClientProperties extends ConnectionSettings {
  /** Connections whose settings stand among those of the first. */
  readonly beside: readonly ConnectionSettings[];
}

export interface ConnectionSettings {
  /** What the connection begins with. */
  readonly connection: { readonly [key: string]: unknown };
  /** JSON Pointer of the object that takes the settings which keep their name. */
  readonly rest?: string;
  /** Their names. */
  readonly supported?: readonly string[];
  readonly properties: Readonly<Record<string, ClientProperty>>;
  /** What signs in to Java clients, by the name of its class. */
  readonly jaas?: Readonly<Record<string, LoginModule>>;
}

export interface ClientProperty {
  /** JSON Pointer of what it becomes; without one, it is left out. */
  readonly to?: string;
  /** `userInfo` is a user name and a password with a colon between them, which go below `to`. */
  readonly as?: 'addresses' | 'list' | 'capitals' | 'pem' | 'file' | 'fileOrFolder' | 'jaas' | 'userInfo';
  /** Values that have another name here. */
  readonly values?: Readonly<Record<string, string>>;
  /** What it also means, by JSON Pointer, where nothing else says that. */
  readonly also?: Readonly<Record<string, string>>;
  /** What it needs to become that. */
  readonly where?: SettingsNeeded;
  /** Its values that lose nothing when they are left out: Atlas does so anyway, or the connection says it already. */
  readonly silent?: readonly string[];
  /** The kind of client that alone has this setting: it tells how the text is to be read. */
  readonly client?: 'java' | 'librdkafka';
  /** Of addresses: where a user name and a password in them go, and what these also mean. */
  readonly login?: {
    readonly to: string;
    readonly also: Readonly<Record<string, string>>;
    /** Elsewhere it is left out. */
    readonly where: SettingsNeeded;
  };
  /** What there is a next step for where it is left out. */
  readonly instead?: 'keystore' | 'truststore' | 'certificates';
  /** What the step needs: elsewhere a connection has no use for what comes of it. */
  readonly insteadWhere?: SettingsNeeded;
  /** The files that come of this step, by the JSON Pointer of what names them. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Other settings, and the values in capitals of which they must have one; the empty one is that of a setting that is not there. */
export type SettingsNeeded = Readonly<Record<string, readonly string[]>>;

export interface LoginModule {
  /** JSON Pointers by the names of its options. */
  readonly options: Readonly<Record<string, string>>;
  /** JSON Pointers of lists of `key=value`, by what the names of their options begin with. */
  readonly pairs?: Readonly<Record<string, string>>;
  readonly also?: Readonly<Record<string, string>>;
  /** Names of options that a connection has no place for. */
  readonly leftOut?: readonly string[];
}
