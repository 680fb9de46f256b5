import { showableLine } from '../core/clean-text.ts'
import { messageOf } from '../core/error-message.ts'
import type { Text } from '../core/locale.ts'
import { Problem } from '../core/problem.ts'
import { tell } from './print.ts'
import { systemRefusal } from './system-refusal.ts'

/** Usage, a missing tool or a broken file: nothing was changed. Also a bug of ours. */
const EXIT_PROBLEM = 2

/**
 * Runs a command, and tells what it could not do in one line that says what to do; the stack of a bug only
 * where it was asked for.
 */
export async function explained(run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    process.exitCode = EXIT_PROBLEM
    tell(await explanationOf(error))
  }
}

async function explanationOf(error: unknown): Promise<string> {
  if (process.env['ANNEAL_DEBUG'] === '1' && error instanceof Error) return error.stack ?? error.message
  const { findLocale } = await import('./find-locale.ts')
  const line = error instanceof Problem ? error.line : (systemRefusal(error) ?? faultOfOurs(error))
  return `anneal: ${showableLine(line[findLocale()])}`
}

function faultOfOurs(error: unknown): Text {
  const message = messageOf(error)
  return {
    en: `a fault of Anneal itself: ${message}. ANNEAL_DEBUG=1 shows where; please report it.`,
    zh: `Anneal 自身出错：${message}。设 ANNEAL_DEBUG=1 可看到出错位置，请报告这个问题。`,
  }
}
