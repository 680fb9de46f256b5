import { CommanderError } from 'commander'
import { Problem } from '../core/problem.ts'
import { createProgram } from './create-program.ts'

/** Usage, a missing tool or a broken file: nothing was changed. Also a bug of ours. */
const EXIT_PROBLEM = 2

// A reader that closes the pipe early (`anneal stats | head -1`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  await createProgram().parseAsync()
} catch (error) {
  process.exitCode = explain(error)
}

/** One line that says what to do; the stack of a bug only where it was asked for. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0
    const message = error.message
      .replace(/^error: /, '')
      .replace(/\.$/, '')
      .replace(/\n\(Did you mean (.*)\?\)$/, ' (did you mean $1?)')
    process.stderr.write(`anneal: ${message.replaceAll('\n', ' ')}. See \`anneal --help\`.\n`)
    return EXIT_PROBLEM
  }
  if (process.env['ANNEAL_DEBUG'] === '1' && error instanceof Error) {
    process.stderr.write(`${error.stack}\n`)
  } else if (error instanceof Problem) {
    process.stderr.write(`anneal: ${error.line.en}\n`)
  } else {
    const message = error instanceof Error ? error.message : String(error)
    process.stderr.write(
      `anneal: a fault of Anneal itself: ${message}. ANNEAL_DEBUG=1 shows where; please report it.\n`,
    )
  }
  return EXIT_PROBLEM
}
