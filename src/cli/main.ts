import type { Text } from '../core/locale.ts'
import { Problem } from '../core/problem.ts'
import { runCommandLine } from './run-command-line.ts'

/** Usage, a missing tool or a broken file: nothing was changed. Also a bug of ours. */
const EXIT_PROBLEM = 2

try {
  await runCommandLine(process.argv.slice(2))
} catch (error) {
  process.exitCode = await explain(error)
}

/** One line that says what to do; the stack of a bug only where it was asked for. */
async function explain(error: unknown): Promise<number> {
  if (process.env['ANNEAL_DEBUG'] === '1' && error instanceof Error) {
    process.stderr.write(`${error.stack}\n`)
    return EXIT_PROBLEM
  }
  const { findLocale } = await import('./find-locale.ts')
  const line = error instanceof Problem ? error.line : faultOfOurs(error)
  process.stderr.write(`anneal: ${line[findLocale()]}\n`)
  return EXIT_PROBLEM
}

function faultOfOurs(error: unknown): Text {
  const message = error instanceof Error ? error.message : String(error)
  return {
    en: `a fault of Anneal itself: ${message}. ANNEAL_DEBUG=1 shows where; please report it.`,
    zh: `Anneal 自身出错：${message}。设 ANNEAL_DEBUG=1 可看到出错位置，请报告这个问题。`,
  }
}
