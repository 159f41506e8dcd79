// Where the suite leaves its report, beside its own bundle.
export const reportName = 'report.txt';
