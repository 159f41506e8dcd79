// The commands of our own client that code lenses and fixes name.

/** A client that sends `streamconn/context` has them, and VS Code's own. */
export const clientCommands = {
  createConnection: 'streamconn.createConnection',
  deployConnection: 'streamconn.deployConnection',
  chooseTarget: 'streamconn.chooseTarget',
  /** Arguments: the address of the file, and the JSON Pointer of the secret. */
  moveToSecretStorage: 'streamconn.moveToSecretStorage',
  /** Arguments: the address of the file, and the name of the secret. */
  storeSecret: 'streamconn.storeSecret',
  /** Arguments: the address of the file, and the JSON Pointer of the string. */
  insertPem: 'streamconn.insertPem',
} as const;
