// Shows the plan of a deployment: every file with what happens to it, ticked where it is sent.
import { CancellationError, l10n, type QuickInputButton, type QuickPickItem, ThemeIcon, window } from 'vscode';
import {
  isSendable,
  nameOf,
  type PlannedFile,
  type SendableStep,
  type Step,
  unreadyIn,
} from '../../core/deploy/plan.ts';
import { describePlanned, stepHeading } from '../../core/deploy/planText.ts';
import { withoutIcons } from '../window/withoutIcons.ts';

export interface SendableFile extends PlannedFile {
  readonly step: SendableStep;
}

/** Whether a file shall be sent, by its address, as far as a person has decided. */
export type Choices = ReadonlyMap<string, boolean>;

export type PlanAnswer =
  | { readonly kind: 'chosen'; readonly files: readonly SendableFile[] }
  /** Something may have changed, so the plan shall be made anew; first, `look` shall be shown, if there is one. */
  | { readonly kind: 'again'; readonly choices: Choices; readonly look?: PlannedFile };

interface PlanItem extends QuickPickItem {
  readonly planned: PlannedFile;
}

const icons = { create: 'add', update: 'edit', upToDate: 'check', immutable: 'circle-slash', faulty: 'error' } as const;

/** Where nothing is to be done although something is wrong, no check mark says that all is well. */
function iconOf(step: Step): ThemeIcon {
  return new ThemeIcon(step.kind === 'upToDate' && unreadyIn(step) !== undefined ? 'warning' : icons[step.kind]);
}

/** What is created or updated is ticked, unless `choices` say otherwise. */
export function pickPlan(title: string, plan: readonly PlannedFile[], choices: Choices): Promise<PlanAnswer> {
  const pick = window.createQuickPick<PlanItem>();
  const items = plan.map(toItem);
  const again: QuickInputButton = { iconPath: new ThemeIcon('refresh'), tooltip: l10n.t('Look Again') };
  Object.assign(pick, {
    title,
    placeholder: l10n.t('What is ticked is sent, after one more question. Type to filter.'),
    canSelectMany: true,
    ignoreFocusOut: true,
    matchOnDescription: true,
    matchOnDetail: true,
    buttons: [again],
    items,
    selectedItems: items.filter(({ planned }) => isTicked(planned, choices)),
  });
  return new Promise((resolve, reject) => {
    const end = (answer: PlanAnswer) => {
      resolve(answer);
      pick.dispose();
    };
    pick.onDidChangeSelection((selected) => {
      const sendable = selected.filter(({ planned }) => isSendableFile(planned));
      if (sendable.length < selected.length) pick.selectedItems = sendable;
    });
    pick.onDidTriggerButton(() => end({ kind: 'again', choices: choicesOf(items, pick.selectedItems) }));
    pick.onDidTriggerItemButton(({ item }) =>
      end({ kind: 'again', choices: choicesOf(items, pick.selectedItems), look: item.planned }),
    );
    pick.onDidAccept(() =>
      end({ kind: 'chosen', files: pick.selectedItems.map(({ planned }) => planned).filter(isSendableFile) }),
    );
    pick.onDidHide(() => {
      reject(new CancellationError());
      pick.dispose();
    });
    pick.show();
  });
}

function isSendableFile(planned: PlannedFile): planned is SendableFile {
  return isSendable(planned.step);
}

function isTicked({ file, step }: PlannedFile, choices: Choices): boolean {
  if (!isSendable(step)) return false;
  return choices.get(file.uri) ?? step.kind !== 'upToDate';
}

/** Of what cannot be sent, nothing has been decided. */
function choicesOf(items: readonly PlanItem[], ticked: readonly PlanItem[]): Choices {
  const sendable = items.filter(({ planned }) => isSendableFile(planned));
  return new Map(sendable.map((item) => [item.planned.file.uri, ticked.includes(item)]));
}

function toItem(planned: PlannedFile): PlanItem {
  const { file, step } = planned;
  const detail = describePlanned(planned).join(' ');
  const hasDifference = step.kind === 'update' || step.kind === 'immutable';
  const button: QuickInputButton = hasDifference
    ? { iconPath: new ThemeIcon('diff'), tooltip: l10n.t('Show Difference') }
    : { iconPath: new ThemeIcon('go-to-file'), tooltip: l10n.t('Show File') };
  return {
    planned,
    label: withoutIcons(nameOf(planned) ?? file.path),
    description: withoutIcons(`${stepHeading(step.kind)} · ${file.path}`),
    iconPath: iconOf(step),
    ...(detail ? { detail: withoutIcons(detail) } : {}),
    buttons: [button],
  };
}
