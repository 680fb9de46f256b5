import { createReportReader, type TerminalReport } from './terminal-report.ts'
import { withMethod } from './with-method.ts'

/**
 * The stream for ink, without what the terminal says of itself: a report is never taken for keys, however
 * late it comes, and no key waits for one.
 */
export function overheardStdin(
  stdin: NodeJS.ReadStream,
  hear: (report: TerminalReport) => void,
): NodeJS.ReadStream {
  const read = createReportReader()
  function readKeys(): string | null {
    // ink has set the encoding; null is the end of what there is.
    const chunk: unknown = stdin.read()
    if (chunk === null) return null
    const { reports, keys } = read(String(chunk))
    for (const report of reports) hear(report)
    return keys
  }
  return withMethod(stdin, 'read', readKeys)
}
