// The last question before many connections are sent: what goes where, and which sources are read for it.

import { l10n } from 'vscode';
import type { SendableStep } from '../../core/deploy/plan.ts';
import type { Place } from '../../core/place.ts';
import { describeSources, findOtherUses } from '../secrets/describeSources.ts';
import { describePlace } from '../target/describePlace.ts';
import { agree } from '../window/ask.ts';
import { shorten } from '../window/shorten.ts';
import type { SendableFile } from './pickPlan.ts';

/** Asks whether to send all of `files`. */
export async function confirmDeployment(place: Place, files: readonly SendableFile[]): Promise<void> {
  const sent = files.map(({ file, step }) => ({ ...file, sources: step.sources }));
  const uses = await findOtherUses(sent.flatMap(({ sources }) => sources));
  const { tenantName } = place;
  const question =
    files.length === 1
      ? l10n.t('Deploy one connection to {0}?', tenantName)
      : l10n.t('Deploy {0} connections to {1}?', files.length, tenantName);
  const detail = [...describeFiles(files), ...describePlace(place), ...describeSources(sent, uses)].join('\n');
  await agree('information', question, detail, l10n.t('Deploy'));
}

function describeFiles(files: readonly SendableFile[]): string[] {
  const named = (kind: SendableStep['kind']) =>
    shorten(
      files.flatMap(({ step, file }) => (step.kind === kind ? l10n.t('“{0}” ({1})', step.name, file.path) : [])),
      shownAtMost,
    );
  const [created, updated, same] = [named('create'), named('update'), named('upToDate')];
  const unsaved = shorten(
    files.flatMap(({ file }) => (file.isUnsaved ? file.path : [])),
    shownAtMost,
  );
  return [
    ...(created ? [l10n.t('To create: {0}', created)] : []),
    ...(updated ? [l10n.t('To update, overwriting what Atlas has: {0}', updated)] : []),
    ...(same ? [l10n.t('Up to date, sent anyway: {0}', same)] : []),
    ...(unsaved ? [l10n.t('With unsaved changes, sent as the editor shows them: {0}', unsaved)] : []),
  ];
}

/** Names that a question has room for; the plan has shown them all. */
const shownAtMost = 8;
