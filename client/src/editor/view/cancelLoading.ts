// Stops what the Connections view is loading.
import type { Uses } from '../services.ts';

export async function cancelLoading({ view }: Uses<'view'>): Promise<void> {
  view.cancel();
}
