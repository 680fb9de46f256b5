import type { ImportReport } from '../../app/import/import-report.ts'

/** What `import --json` prints. */
export function importedFields({ isDryRun, leftOut, ...report }: ImportReport): object {
  return {
    ...report,
    dryRun: isDryRun,
    leftOut: leftOut.map(({ why, count, examples }) => ({ why, count, examples })),
  }
}
