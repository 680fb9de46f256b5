import type { GradingProgress } from '../app/submit-solution.ts'
import { showableLine } from '../core/clean-text.ts'
import type { Locale, Text } from '../core/locale.ts'
import { cropText } from '../ui/text/line.ts'
import { progressText, waitingFor } from '../ui/verdict/progress-text.ts'

export interface ProgressLine {
  readonly show: (progress: GradingProgress) => void
  readonly tell: (text: Text) => void
  /** Why a hub asks to wait; undefined when it is asked again. */
  readonly wait: (why: Text | undefined) => void
  readonly clear: () => void
}

/** One line on stderr that is written over, where stderr is a terminal; else nothing. */
export function showProgress(locale: Locale): ProgressLine {
  const { stderr } = process
  const nothing = () => undefined
  if (!stderr.isTTY) return { show: nothing, tell: nothing, wait: nothing, clear: nothing }
  const tell = (text: Text) =>
    void stderr.write(`\r\x1b[K${cropText(showableLine(text[locale]), (stderr.columns || 80) - 1)}`)
  const clear = () => void stderr.write('\r\x1b[K')
  return {
    show: (progress) => tell(progressText(progress)),
    tell,
    wait: (why) => (why === undefined ? clear() : tell(waitingFor(why))),
    clear,
  }
}

/** Shows it while the work lasts. However that ends, the line is clear for what is said then. */
export async function withProgress<T>(
  locale: Locale,
  work: (line: ProgressLine) => T | Promise<T>,
): Promise<T> {
  const line = showProgress(locale)
  try {
    return await work(line)
  } finally {
    line.clear()
  }
}
