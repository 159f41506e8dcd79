// The parts of two packages without types of their own that the tests of other makes use.

declare module 'http-auth' {
  import type { RequestListener } from 'node:http';

  interface Authentication {
    check(listener: RequestListener): RequestListener;
  }
  /** `checker` gives the hash of user, realm and password. */
  export function digest(
    options: { realm: string; algorithm?: 'MD5' },
    checker: (username: string, callback: (hash: string) => void) => void,
  ): Authentication;
}

declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  export default class Provider {
    constructor(issuer: string, configuration: object);
    callback(): RequestListener;
    readonly ClientCredentials: { find(token: string): Promise<{ readonly clientId: string } | undefined> };
  }
}
