// What each thing may cost: ratios to a baseline, milliseconds, or KB (of 1000 bytes).

/**
 * The baselines do what cannot be done without: an empty server, a bare tree and a bare validator. Ours also finds places,
 * words, certificates and lenses, so a ratio says how much that costs; its budget is what it costs now, with some room, and
 * what goes over has become slower.
 */
export const budgets = {
  start: 1.6,
  keystroke: 2.5,
  keystrokeWithCertificates: 4,
  largeFile: 4.5,
  largeFileMemory: 1.6,
  checkOne: 2,
  checkMany: 3,
  activation: 50,
  loading: 100,
  serverSize: 700,
  extensionSize: 650,
  atlasSize: 400,
  vsixSize: 600,
} as const;
