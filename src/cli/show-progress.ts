import type { Progress } from '../grader/grade-submission.ts'

export interface ProgressLine {
  readonly show: (progress: Progress) => void
  readonly tell: (text: string) => void
  readonly clear: () => void
}

/** One line on stderr that is written over, where stderr is a terminal; else nothing. */
export function showProgress(): ProgressLine {
  const { stderr } = process
  if (!stderr.isTTY) return { show: () => undefined, tell: () => undefined, clear: () => undefined }
  const tell = (text: string) => void stderr.write(`\r\x1b[K${text.slice(0, stderr.columns - 1)}`)
  return {
    show: (progress) => tell(describe(progress)),
    tell,
    clear: () => void stderr.write('\r\x1b[K'),
  }
}

function describe(progress: Progress): string {
  return progress.kind === 'cases'
    ? `case ${progress.done} of ${progress.total}`
    : `budget: ${progress.label}, ${progress.pairs} pairs`
}
