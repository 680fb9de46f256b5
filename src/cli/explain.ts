import { showableLine } from '../core/clean-text.ts'
import { messageOf } from '../core/error-message.ts'
import type { Text } from '../core/locale.ts'
import { Problem } from '../core/problem.ts'
import { codeOf } from '../core/system-error.ts'
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
  const line =
    error instanceof Problem ? error.line : (systemRefusal(error) ?? missingPart(error) ?? faultOfOurs(error))
  return `anneal: ${showableLine(line[findLocale()])}`
}

/** An installation or a build that was cut short, told as the launcher tells it of the parts that it needs. */
function missingPart(error: unknown): Text | undefined {
  if (!/^(?:ERR_)?MODULE_NOT_FOUND$/.test(codeOf(error) ?? '')) return undefined
  const [, part = ''] = /'(.*)'/.exec(messageOf(error)) ?? []
  return {
    en: `the program is damaged: ${part} is missing. Install Anneal again; in a clone run \`npm ci && npm run build\`.`,
    zh: `程序不完整：缺少 ${part}。请重新安装 Anneal；在克隆中请运行 \`npm ci && npm run build\`。`,
  }
}

function faultOfOurs(error: unknown): Text {
  const message = messageOf(error)
  return {
    en: `a fault of Anneal itself: ${message}. ANNEAL_DEBUG=1 shows where; please report it.`,
    zh: `Anneal 自身出错：${message}。设 ANNEAL_DEBUG=1 可看到出错位置，请报告这个问题。`,
  }
}
