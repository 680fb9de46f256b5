import type { Text } from '../../core/locale.ts'

/** How an argument is written: `<card>` must be given, `[id]` may be, `[ids...]` takes all that are left. */
export type ArgumentForm = `<${string}>` | `[${string}]`

/** A switch, or with `value` an option that takes one. */
export interface Flag<T = unknown> {
  readonly help: Text
  readonly short?: string
  readonly value?: FlagValue<T>
  /** It may be given several times; what it takes is a list then. */
  readonly many?: true
  readonly required?: true
  /** The flag that it cannot stand beside. */
  readonly conflicts?: string
}

export interface FlagValue<T> {
  readonly placeholder: string
  /** Undefined when the text is not acceptable. */
  readonly parse: (text: string) => T | undefined
  /** Where there are only these. */
  readonly choices?: readonly string[]
  /** What to do instead, said behind what is wrong. */
  readonly refusal: Text
}

export interface Flags {
  readonly [name: string]: Flag
}

/** From this follow what is accepted, what is said of anything else, help in both languages and docs/commands.md. */
export interface Command {
  readonly name: string
  readonly summary: Text
  readonly description?: Text
  readonly args: readonly ArgumentForm[]
  readonly flags: Flags
  readonly commands: readonly Command[]
  /** Whether a word with one dash before it is an argument, as in a query, where it is no flag. */
  readonly negates?: true
  /** @param args by the forms, of the last `[…...]` a list; `flags` by their names */
  readonly run: (args: readonly unknown[], flags: object) => Promise<void>
}

interface CommandDraft<A extends readonly ArgumentForm[], F extends Flags> {
  readonly name: string
  readonly summary: Text
  readonly description?: Text
  readonly args?: A
  readonly flags?: F
  readonly commands?: readonly Command[]
  readonly negates?: true
  /** Loads what it runs by a dynamic import, so that no command pays for another. */
  readonly run: (args: ArgumentsOf<A>, flags: FlagsOf<F>) => Promise<void>
}

type ArgumentsOf<A extends readonly ArgumentForm[]> = {
  readonly [I in keyof A]: A[I] extends `[${string}...]`
    ? readonly string[]
    : A[I] extends `<${string}>`
      ? string
      : string | undefined
}

type FlagsOf<F extends Flags> = {
  readonly [N in keyof F as F[N] extends { required: true } ? N : never]: ValueOf<F[N]>
} & {
  readonly [N in keyof F as F[N] extends { required: true } ? never : N]?: ValueOf<F[N]>
}

type ValueOf<F> = F extends { readonly value: FlagValue<infer T> }
  ? F extends { readonly many: true }
    ? readonly T[]
    : T
  : true

export function defineCommand<
  const A extends readonly ArgumentForm[] = readonly [],
  const F extends Flags = Record<never, never>,
>(draft: CommandDraft<A, F>): Command {
  const { args = [], flags = {}, commands = [], run } = draft
  // Sound because readArguments gives what the forms and flags say.
  return { ...draft, args, flags, commands, run: run as Command['run'] }
}

export const HELP: Flag = { short: 'h', help: { en: 'show help', zh: '显示帮助' } }

/** `--lang <language>` or `--json`. */
export function writtenFlag(name: string, { value }: Flag): string {
  return value === undefined ? `--${name}` : `--${name} <${value.placeholder}>`
}

export function isOptional(form: ArgumentForm): boolean {
  return form.startsWith('[')
}

export function takesAll(form: ArgumentForm | undefined): boolean {
  return form?.endsWith('...]') === true
}
