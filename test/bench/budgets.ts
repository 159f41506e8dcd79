// What each thing may cost: ratios to a baseline, milliseconds, or KB (of 1000 bytes).

export const budgets = {
  start: 1.15,
  keystroke: 1.5,
  largeFile: 1.2,
  largeFileMemory: 0.6,
  check: 1.3,
  activation: 50,
  loading: 100,
  serverSize: 700,
  extensionSize: 650,
  atlasSize: 400,
  vsixSize: 600,
} as const;
