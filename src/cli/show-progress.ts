import type { GradingProgress } from '../app/submit-solution.ts'
import { showableLine } from '../core/clean-text.ts'
import type { Locale } from '../core/locale.ts'
import { cropText } from '../ui/text/line.ts'
import { progressText } from '../ui/verdict/progress-text.ts'

export interface ProgressLine {
  readonly show: (progress: GradingProgress) => void
  readonly tell: (text: string) => void
  readonly clear: () => void
}

/** One line on stderr that is written over, where stderr is a terminal; else nothing. */
export function showProgress(locale: Locale): ProgressLine {
  const { stderr } = process
  if (!stderr.isTTY) return { show: () => undefined, tell: () => undefined, clear: () => undefined }
  const tell = (text: string) =>
    void stderr.write(`\r\x1b[K${cropText(showableLine(text), (stderr.columns || 80) - 1)}`)
  return {
    show: (progress) => tell(progressText(progress)[locale]),
    tell,
    clear: () => void stderr.write('\r\x1b[K'),
  }
}
