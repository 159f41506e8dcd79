// Plays the person in front of a plan: reads its rows, ticks, presses buttons, accepts or escapes.
import { type QuickInputButton, type QuickPick, type QuickPickItem, window } from 'vscode';

export interface ShownPlan {
  readonly title: string;
  /** Each as it is read: `[x] label | description | detail`. */
  rows(): string[];
  /** Ticks or unticks the row of that label, as a click does. */
  toggle(label: string): void;
  /** Presses the button of the row. */
  look(label: string): void;
  /** Presses the button in the title. */
  again(): void;
  accept(): void;
  escape(): void;
}

type Act = (plan: ShownPlan) => unknown;

/** Runs a command; each plan that it shows is met with the next of `acts`. Gives the rows of each as it came. */
export async function withPlan<T>(run: () => Thenable<T>, ...acts: Act[]): Promise<readonly string[][]> {
  const { createQuickPick } = window;
  const left = [...acts];
  const came: string[][] = [];
  Object.assign(window, {
    createQuickPick: () =>
      fakePick((plan) => {
        came.push(plan.rows());
        const act = left.shift();
        if (!act) throw new Error(`Nobody expected the plan “${plan.title}”`);
        return act(plan);
      }),
  });
  try {
    await run();
  } finally {
    Object.assign(window, { createQuickPick });
  }
  if (left.length > 0) throw new Error(`${left.length} plans did not come.`);
  return came;
}

export const accept: Act = (plan) => plan.accept();

function fakePick(onShow: Act): QuickPick<QuickPickItem> {
  const listeners = new Map<string, (argument: never) => void>();
  const on = (event: string) => (listener: (argument: never) => void) => {
    listeners.set(event, listener);
    return { dispose: () => undefined };
  };
  const fire = (event: string, argument?: unknown) => listeners.get(event)?.(argument as never);
  const state = {
    title: '',
    items: [] as QuickPickItem[],
    selectedItems: [] as QuickPickItem[],
    buttons: [] as QuickInputButton[],
  };
  const find = (label: string) => {
    const item = state.items.find((candidate) => candidate.label === label);
    if (!item) throw new Error(`No “${label}” among ${state.items.map((candidate) => candidate.label).join(', ')}`);
    return item;
  };
  const rows = () =>
    state.items.map((item) => {
      const tick = state.selectedItems.includes(item) ? '[x]' : '[ ]';
      return `${tick} ${[item.label, item.description, item.detail].filter(Boolean).join(' | ')}`;
    });
  const toggle = (label: string) => {
    const item = find(label);
    const others = state.selectedItems.filter((other) => other !== item);
    state.selectedItems = others.length < state.selectedItems.length ? others : [...others, item];
    fire('selection', state.selectedItems);
  };
  return Object.assign(state, {
    onDidChangeSelection: on('selection'),
    onDidTriggerButton: on('button'),
    onDidTriggerItemButton: on('itemButton'),
    onDidAccept: on('accept'),
    onDidHide: on('hide'),
    dispose: () => undefined,
    show: () =>
      void onShow({
        title: state.title,
        rows,
        toggle,
        look: (label) => fire('itemButton', { item: find(label), button: find(label).buttons?.[0] }),
        again: () => fire('button', state.buttons[0]),
        accept: () => fire('accept'),
        escape: () => fire('hide'),
      }),
  }) as unknown as QuickPick<QuickPickItem>;
}
