import { parseArgs } from 'node:util'
import { type Command, type Flag, HELP, isOptional, takesAll } from './command.ts'
import {
  conflictingFlags,
  missingArgument,
  missingFlag,
  missingValue,
  notAccepted,
  switchWithValue,
  tooManyArguments,
  unknownFlag,
} from './usage-problem.ts'

export type Arguments =
  | { readonly kind: 'help' }
  | { readonly kind: 'run'; readonly args: readonly unknown[]; readonly flags: object }

/** Reads the words behind a command as its definition says. @throws Problem for the first that it does not accept */
export function readArguments(command: Command, words: readonly string[]): Arguments {
  const tokens = tokensOf(command, words)
  const options = tokens.filter((token) => token.kind === 'option')
  if (options.some(({ name }) => name === 'help')) return { kind: 'help' }
  const flags = readFlags(command, options)
  checkTogether(command, flags)
  const given = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []))
  return { kind: 'run', args: argumentsOf(command, given), flags }
}

/** Node splits; what may stand there is checked here, since its own errors are in English only. */
function tokensOf({ flags, negates }: Command, words: readonly string[]) {
  const options = Object.entries({ ...flags, help: HELP }).map(([name, { short, value }]) => [
    name,
    { type: value === undefined ? 'boolean' : 'string', ...(short === undefined ? {} : { short }) } as const,
  ])
  const config = { strict: false, allowPositionals: true, tokens: true } as const
  // A space before it keeps a word from being taken for an option.
  const args = words.map((word) => (negates && /^-[^-]/.test(word) && word !== '-h' ? ` ${word}` : word))
  return parseArgs({ ...config, args, options: Object.fromEntries(options) }).tokens
}

/** Of one that is given again the last counts, or where there may be many all. */
function readFlags(command: Command, options: readonly OptionToken[]): { readonly [name: string]: unknown } {
  const read = options.map((option) => ({ name: option.name, value: readFlag(command, option) }))
  const entries = [...Map.groupBy(read, ({ name }) => name)].map(([name, given]) => {
    const values = given.map(({ value }) => value)
    return [name, command.flags[name]?.many ? values : values.at(-1)] as const
  })
  return Object.fromEntries(entries)
}

interface OptionToken {
  readonly name: string
  readonly rawName: string
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

function readFlag({ flags }: Command, { name, rawName, value, inlineValue }: OptionToken): unknown {
  const flag = Object.hasOwn(flags, name) ? flags[name] : undefined
  if (flag === undefined) throw unknownFlag(rawName, [...Object.keys(flags), 'help'])
  if (flag.value === undefined) {
    if (value !== undefined) throw switchWithValue(name)
    return true
  }
  // `--deck --json` forgot the name; a name like that is written --deck=--json.
  if (value === undefined || (value.startsWith('--') && !inlineValue)) throw missingValue(name, flag)
  const parsed = flag.value.parse(value)
  if (parsed === undefined) throw notAccepted(name, flag, value)
  return parsed
}

function checkTogether({ flags }: Command, given: { readonly [name: string]: unknown }): void {
  for (const [name, flag] of Object.entries<Flag>(flags)) {
    const isGiven = given[name] !== undefined
    if (flag.required && !isGiven) throw missingFlag(name, flag)
    if (isGiven && flag.conflicts !== undefined && given[flag.conflicts] !== undefined)
      throw conflictingFlags(name, flag.conflicts)
  }
}

function argumentsOf(command: Command, given: readonly string[]): readonly unknown[] {
  const { args } = command
  const missing = args.findIndex((form, at) => !isOptional(form) && given[at] === undefined)
  if (missing >= 0) throw missingArgument(args[missing] ?? '<>')
  if (takesAll(args.at(-1))) return [...given.slice(0, args.length - 1), given.slice(args.length - 1)]
  if (given.length > args.length) throw tooManyArguments(command, given)
  return args.map((_, at) => given[at])
}
