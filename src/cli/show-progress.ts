import type { Progress } from '../grader/grade-submission.ts'

/** One line on stderr that is written over, where stderr is a terminal; else nothing. */
export function showProgress(): { readonly show: (progress: Progress) => void; readonly clear: () => void } {
  const { stderr } = process
  if (!stderr.isTTY) return { show: () => undefined, clear: () => undefined }
  return {
    show: (progress) => stderr.write(`\r\x1b[K${describe(progress)}`),
    clear: () => stderr.write('\r\x1b[K'),
  }
}

function describe(progress: Progress): string {
  return progress.kind === 'cases'
    ? `case ${progress.done} of ${progress.total}`
    : `budget: ${progress.label}, ${progress.pairs} pairs`
}
