import { type Command, type Flag, writtenFlag } from '../src/cli/arguments/command.ts'
import { flagHelp, usageWords } from '../src/cli/arguments/help-text.ts'
import { SETTINGS } from '../src/core/settings.ts'

/** docs/commands.md: what each command's `--help` says, and the settings. */
export function commandDocs(root: Command): string {
  const [first, ...others] = described(root, [])
  const settings = Object.entries(SETTINGS).map(
    ([key, { help, accepts }]) => `| \`${key}\` | ${help.en} | ${accepts.en} |`,
  )
  return [
    '# Commands',
    'Made from the definitions of the commands and settings: `npx vitest run test/cli/command-docs.test.ts -u` writes it anew.',
    first,
    ...others,
    '## Settings',
    '`anneal config KEY VALUE` changes one.',
    ['| setting | | takes |', '|---|---|---|', ...settings].join('\n'),
    '',
  ].join('\n\n')
}

function described(command: Command, parents: readonly string[]): readonly string[] {
  const path = [...parents, command.name]
  const usage = [...path, ...usageWords(command).map(({ en }) => en)].join(' ')
  const flags = Object.entries<Flag>(command.flags).map(
    ([name, flag]) => `- \`${writtenFlag(name, flag)}\`: ${flagHelp(flag).en}`,
  )
  const sections = [`## \`${usage}\``, `${(command.description ?? command.summary).en}`, flags.join('\n')]
  return [
    sections.filter((text) => text !== '').join('\n\n'),
    ...command.commands.flatMap((child) => described(child, path)),
  ]
}
