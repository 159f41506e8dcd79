// What the program's exit code says; a stable contract.

export const exitCodes = { clean: 0, errorsFound: 1, unusable: 2 } as const;
