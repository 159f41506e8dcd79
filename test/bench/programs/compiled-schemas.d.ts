declare module 'compiled-schemas' {
  /** Whether a JSON value is a valid connection. */
  export const validate: (data: unknown) => boolean;
}
