// What pulling connections takes.
import type { Uses } from '../services.ts';

export type Pulling = Uses<
  | 'atlas'
  | 'compare'
  | 'credentials'
  | 'fileOf'
  | 'forgetRefusal'
  | 'log'
  | 'pulled'
  | 'secrets'
  | 'targets'
  | 'view'
  | 'workspaceState'
>;
