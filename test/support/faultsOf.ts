// Many files in one test: those with faults are named.

/** What is wrong with each, by its name; without those that have nothing. */
export function faultsOf<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  faultsIn: (item: T) => readonly unknown[],
): Readonly<Record<string, readonly unknown[]>> {
  const all = items.map((item) => [nameOf(item), faultsIn(item)] as const);
  return Object.fromEntries(all.filter(([, faults]) => faults.length > 0));
}
