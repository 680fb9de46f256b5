import { showableLine } from '../core/clean-text.ts'
import { messageOf } from '../core/error-message.ts'
import type { Text } from '../core/locale.ts'
import { Problem } from '../core/problem.ts'
import { tell } from './print.ts'
import { systemRefusal } from './system-refusal.ts'

/** Usage, a missing tool or a broken file: nothing was changed. Also a bug of ours. */
const EXIT_PROBLEM = 2

/**
 * Runs what a process is for, and explains what its timers and events throw besides, too: Node would print the line
 * of it, which is minified and of tens of kilobytes, and end with the status of what was not accepted.
 */
export function explainAll(run: () => Promise<void>): void {
  process.once('uncaughtException', async (error) => {
    const line = await explanationOf(error)
    // As Node does it: ink leaves the screen, with which a line would vanish, when all who listen have been told.
    process.emit('exit', EXIT_PROBLEM)
    tell(line)
    process.exit(EXIT_PROBLEM)
  })
  void explained(run)
}

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
