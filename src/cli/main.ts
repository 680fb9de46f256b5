import { type Command, CommanderError } from 'commander'
import type { Text } from '../core/locale.ts'
import { Problem } from '../core/problem.ts'
import { createProgram } from './create-program.ts'
import { usageProblem } from './usage-problem.ts'

/** Usage, a missing tool or a broken file: nothing was changed. Also a bug of ours. */
const EXIT_PROBLEM = 2

try {
  await (await programFor(process.argv)).parseAsync()
} catch (error) {
  process.exitCode = await explain(error)
}

/** The learner's language is looked for only where the help is shown: it costs a look into the database. */
async function programFor(argv: readonly string[]): Promise<Command> {
  if (!argv.some((argument) => argument === '-h' || argument === '--help')) return createProgram('en', {})
  const { findLocale } = await import('./find-locale.ts')
  if (findLocale() === 'en') return createProgram('en', {})
  return createProgram('zh', (await import('./chinese-help.ts')).CHINESE_HELP)
}

/** One line that says what to do; the stack of a bug only where it was asked for. */
async function explain(error: unknown): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : tell(usageProblem(error).line)
  if (process.env['ANNEAL_DEBUG'] === '1' && error instanceof Error) {
    process.stderr.write(`${error.stack}\n`)
    return EXIT_PROBLEM
  }
  return tell(error instanceof Problem ? error.line : faultOfOurs(error))
}

async function tell(text: Text): Promise<number> {
  const { findLocale } = await import('./find-locale.ts')
  process.stderr.write(`anneal: ${text[findLocale()]}\n`)
  return EXIT_PROBLEM
}

function faultOfOurs(error: unknown): Text {
  const message = error instanceof Error ? error.message : String(error)
  return {
    en: `a fault of Anneal itself: ${message}. ANNEAL_DEBUG=1 shows where; please report it.`,
    zh: `Anneal 自身出错：${message}。设 ANNEAL_DEBUG=1 可看到出错位置，请报告这个问题。`,
  }
}
