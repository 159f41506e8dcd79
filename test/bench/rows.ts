// What the bench measures, and what each may cost. A budget is what we want, never what was measured.
import type { Budget } from './budget.ts';
import { largeFaultyText, largeText, smallFaultyText, smallText } from './documents.ts';
import { measureActivation } from './measure/activation.ts';
import { measureCheck } from './measure/check.ts';
import { measureKeystroke, type Pace } from './measure/keystroke.ts';
import { measureManyDocuments } from './measure/manyDocuments.ts';
import { measureMemory } from './measure/memory.ts';
import { measureBundle, measureVsix } from './measure/sizes.ts';
import { measureStart } from './measure/start.ts';
import type { Row } from './run.ts';

type State = 'clean' | 'faulty';

const aheadOfCode: Budget = { kind: 'ahead', of: 'VS Code JSON' };

/** How often a keystroke is measured: the more it costs, the fewer. */
const many = { rounds: 150, together: 10, warmUps: 60 };
const some = { rounds: 60, together: 4, warmUps: 20 };
const few = { rounds: 10, together: 1, warmUps: 4 };

/** The rows, in the order in which they run. Floors don't explain faults, so only clean files have budgets against them. */
export const rows: readonly Row[] = [
  { id: 'start', title: 'spawn → first diagnostics', unit: 'ms', budgets: [timesFloor(1.15)], measure: measureStart },
  keystroke('1 KB', 'clean', smallText, many, [timesFloor(1.5), aheadOfCode]),
  keystroke('1 KB', 'faulty', smallFaultyText, many),
  keystroke('100 KB', 'clean', largeText(100_000), some),
  keystroke('100 KB', 'faulty', largeFaultyText(100_000), some),
  keystroke('1 MB', 'clean', largeText(1_000_000), few),
  keystroke('1 MB', 'faulty', largeFaultyText(1_000_000), few),
  keystroke('5 MB', 'clean', largeText(5_000_000), few),
  keystroke('5 MB', 'faulty', largeFaultyText(5_000_000), few),
  {
    id: 'documents',
    title: '200 documents opened',
    unit: 'ms',
    budgets: [aheadOfCode],
    measure: (folder) => measureManyDocuments(folder, 200),
  },
  {
    id: 'memory',
    title: 'memory after 5 MB',
    unit: 'MB',
    budgets: [{ kind: 'ratio', to: 'VS Code JSON', most: 0.6 }],
    measure: (folder) => measureMemory(folder, largeText(5_000_000)),
  },
  check(1000, 'clean', [timesFloor(1.5)]),
  check(1000, 'faulty', []),
  check(10_000, 'clean', [timesFloor(1.3), { kind: 'ahead', of: 'jsonschema' }]),
  size('server', 'dist/server.js', 400, () => measureBundle('server.js')),
  size('cli', 'dist/cli.js', 400, () => measureBundle('cli.js')),
  size('extension', 'dist/extension.js', 600, () => measureBundle('extension.js')),
  size('vsix', '.vsix', 600, measureVsix),
  {
    id: 'activate',
    title: 'activate(), in VS Code',
    unit: 'ms',
    budgets: [{ kind: 'limit', most: 50 }],
    measure: measureActivation,
  },
];

function timesFloor(most: number): Budget {
  return { kind: 'ratio', to: 'floor', most };
}

function keystroke(
  size: string,
  state: State,
  text: string,
  pace: Pace,
  budgets: readonly Budget[] = [aheadOfCode],
): Row {
  return {
    id: `keystroke-${size.replace(' ', '').toLowerCase()}-${state}`,
    title: `keystroke → diagnostics, ${size}, ${state}`,
    unit: 'ms',
    budgets,
    measure: (folder) => measureKeystroke(folder, { text, isFaulty: state === 'faulty', pace }),
  };
}

function check(amount: number, state: State, budgets: readonly Budget[]): Row {
  return {
    id: `check-${amount}-${state}`,
    title: `check, ${amount.toLocaleString('en')} files, ${state}`,
    unit: 'ms',
    budgets,
    measure: (folder) =>
      measureCheck(folder, {
        amount,
        text: state === 'faulty' ? smallFaultyText : smallText,
        isFaulty: state === 'faulty',
        rounds: 10,
      }),
  };
}

function size(id: string, title: string, most: number, measure: Row['measure']): Row {
  return { id: `size-${id}`, title, unit: 'KB', budgets: [{ kind: 'limit', most }], measure };
}
