import { displayWidth } from '../../core/display-width.ts'
import type { Locale, Text } from '../../core/locale.ts'
import { run } from '../../ui/text/line.ts'
import { wrap } from '../../ui/text/wrap.ts'
import { type Command, type Flag, HELP, writtenFlag } from './command.ts'
import type { FoundCommand } from './find-command.ts'

interface Row {
  readonly term: string
  readonly text: Text
}

export function helpText({ command, path }: FoundCommand, locale: Locale, width: number): string {
  const usage = [path, ...usageWords(command).map((word) => word[locale])].join(' ')
  const sections = [
    [`${TITLES.usage[locale]}${usage}`],
    wrapped((command.description ?? command.summary)[locale], width),
    section(TITLES.options, optionRows(command), locale, width),
    section(TITLES.commands, command.commands.map(commandRow), locale, width),
  ]
  return sections
    .filter(({ length }) => length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

/** `[options] [command] <card> <rating>`. */
export function usageWords({ args, flags, commands }: Command): readonly Text[] {
  return [
    ...(Object.keys(flags).length > 0 ? [{ en: '[options]', zh: '[选项]' }] : []),
    ...(commands.length > 0 ? [{ en: '[command]', zh: '[命令]' }] : []),
    ...args.map((form) => ({ en: form, zh: form })),
  ]
}

export function flagHelp({ help, value }: Flag): Text {
  if (value?.choices === undefined) return help
  return {
    en: `${help.en} (${value.choices.join(', ')})`,
    zh: `${help.zh}（可选：${value.choices.join('、')}）`,
  }
}

const TITLES = {
  usage: { en: 'Usage: ', zh: '用法：' },
  options: { en: 'Options:', zh: '选项：' },
  commands: { en: 'Commands:', zh: '命令：' },
} satisfies { readonly [name: string]: Text }

function optionRows({ flags }: Command): readonly Row[] {
  return Object.entries<Flag>({ ...flags, help: HELP }).map(([name, flag]) => {
    const written = writtenFlag(name, flag)
    return { term: flag.short === undefined ? written : `-${flag.short}, ${written}`, text: flagHelp(flag) }
  })
}

function commandRow({ name, args, summary }: Command): Row {
  return { term: [name, ...args].join(' '), text: summary }
}

function section(title: Text, rows: readonly Row[], locale: Locale, width: number): readonly string[] {
  if (rows.length === 0) return []
  const indent = Math.max(...rows.map(({ term }) => displayWidth(term))) + 4
  const lines = rows.flatMap(({ term, text }) =>
    wrapped(text[locale], width - indent).map(
      (line, at) => (at === 0 ? `  ${term}` : '').padEnd(indent) + line,
    ),
  )
  return [title[locale], ...lines]
}

function wrapped(text: string, width: number): readonly string[] {
  return wrap([run(text)], width).map((line) => line.map((part) => part.text).join(''))
}
