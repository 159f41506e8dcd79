// Values left as the documentation prints them.
import type { Check } from './advice.ts';

export const placeholderValue: Check = ({ value }) =>
  value === 'string'
    ? [{ code: 'placeholder-value', message: '"string" is the documentation’s placeholder. Fill in a value.' }]
    : [];
