// Values left as the documentation prints them.
import * as l10n from '@vscode/l10n';
import type { Check } from './advice.ts';

export const placeholderValue: Check = (_at, text) =>
  text === 'string'
    ? [{ code: 'placeholder-value', message: l10n.t('"string" is the documentation’s placeholder. Fill in a value.') }]
    : [];
