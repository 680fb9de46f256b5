import type { Command } from './command.ts'
import { unknownCommand } from './usage-problem.ts'

export interface FoundCommand {
  readonly command: Command
  /** As it is written: `anneal review answer`. */
  readonly path: string
  /** The words behind it. */
  readonly rest: readonly string[]
}

/** @throws Problem for a word that is no command, where only a command can stand */
export function findCommand(root: Command, words: readonly string[]): FoundCommand {
  let found: FoundCommand = { command: root, path: root.name, rest: words }
  for (;;) {
    const { command, path, rest } = found
    const [word, ...others] = rest
    const next = command.commands.find(({ name }) => name === word)
    if (next === undefined) break
    found = { command: next, path: `${path} ${next.name}`, rest: others }
  }
  const [word] = found.rest
  const { commands, args } = found.command
  if (word !== undefined && !word.startsWith('-') && commands.length > 0 && args.length === 0)
    throw unknownCommand(found, word)
  return found
}
