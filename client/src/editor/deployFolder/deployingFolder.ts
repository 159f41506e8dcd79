// What deploying many files takes.
import type { Uses } from '../services.ts';

export type DeployingFolder = Uses<
  | 'atlas'
  | 'compare'
  | 'comparisons'
  | 'credentials'
  | 'forgetRefusal'
  | 'log'
  | 'prepareRequest'
  | 'refused'
  | 'secrets'
  | 'summaries'
  | 'targets'
  | 'view'
  | 'waiting'
  | 'workspaceState'
>;
