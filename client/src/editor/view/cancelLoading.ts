// Stops what the Connections view is loading.
import type { Parts } from '../parts.ts';

export async function cancelLoading({ view }: Parts): Promise<void> {
  view.cancel();
}
