// Global setup of vitest: a run that leaves something in the temporary folder fails.
import { useOwnTemporaryFolder } from './temporaryFolder.ts';

export default function setup(): () => void {
  const end = useOwnTemporaryFolder();
  return () => {
    const left = end();
    if (left.length > 0) throw new Error(`Tests left something in the temporary folder: ${left.join(', ')}`);
  };
}
