// What comparing, sending, replacing and deleting a connection takes.
import type { Uses } from '../services.ts';

export type Deploying = Uses<
  | 'atlas'
  | 'compare'
  | 'comparisons'
  | 'credentials'
  | 'fileOf'
  | 'forgetRefusal'
  | 'log'
  | 'prepareRequest'
  | 'pulled'
  | 'refused'
  | 'responses'
  | 'secrets'
  | 'targets'
  | 'view'
  | 'waiting'
  | 'workspaceState'
>;
