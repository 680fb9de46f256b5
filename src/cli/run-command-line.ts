import { type FoundCommand, findCommand } from './arguments/find-command.ts'
import { readArguments } from './arguments/read-arguments.ts'
import { ANNEAL } from './command-table.ts'
import { print } from './print.ts'

/** @throws Problem for words that no command accepts */
export async function runCommandLine(words: readonly string[]): Promise<void> {
  const [first, ...others] = words
  // As git and npm take it.
  const found = findCommand(ANNEAL, first === 'help' ? [...others, '--help'] : words)
  const given = readArguments(found.command, found.rest)
  if (given.kind === 'help') return printHelp(found)
  await found.command.run(given.args, given.flags)
}

/** The learner's language is looked for only here: it costs a look into the database. */
async function printHelp(found: FoundCommand): Promise<void> {
  const { findLocale } = await import('./find-locale.ts')
  const { helpText } = await import('./arguments/help-text.ts')
  print(helpText(found, findLocale(), process.stdout.columns || 80))
}
