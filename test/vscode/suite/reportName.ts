// The suites that run inside VS Code, and where each leaves its report, beside its own bundle.

export type SuiteName = 'trusted' | 'manyFolders' | 'restricted';

export const reportName = (suite: SuiteName) => `${suite}.txt`;
