import type { Command } from '../../src/cli/arguments/command.ts'

/** Each as it is written: `topics weigh`; the command itself is the empty one. */
export function pathsBelow(command: Command, path: readonly string[] = []): readonly [string, Command][] {
  const below = command.commands.flatMap((next) => pathsBelow(next, [...path, next.name]))
  return [[path.join(' '), command], ...below]
}
