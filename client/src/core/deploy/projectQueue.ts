// The one queue of each project: what is deployed or deleted alone and the files of a folder keep to one rate limit.

import type { Place } from '../place.ts';
import { createQueues, type Queue } from './queue.ts';

/** Other windows have their own: of those, only Atlas tells. */
const queues = createQueues();

/** The queue of the project; a project with the same ID on another host has its own. */
export function projectQueue({ credential, groupId }: Place): Queue {
  return queues(`${credential.host} ${groupId}`);
}
