import { createReportReader, type Report } from './terminal-report.ts'
import { withMethod } from './with-method.ts'

/**
 * The stream for ink, which still gets all of it: keys are not kept back, and what is no key ink drops by itself, however late it comes.
 * @param hear is told what a terminal says of itself
 */
export function overheardStdin(stdin: NodeJS.ReadStream, hear: (report: Report) => void): NodeJS.ReadStream {
  const reportsIn = createReportReader()
  function read(size?: number): unknown {
    const chunk: unknown = stdin.read(size)
    if (chunk !== null) for (const report of reportsIn(String(chunk))) hear(report)
    return chunk
  }
  return withMethod(stdin, 'read', read)
}
