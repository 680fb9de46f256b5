import type { CardId } from '../core/ids.ts'
import type { Text } from '../core/locale.ts'

/**
 * The wrong choices that people make, by the rule in which they make them: the border, the rounding, the
 * order of ties. Real programs make several at once, so the judge tries them alone and together: `make`
 * implements any set of choices with at most one in each rule, and none of them is the right program. `en`
 * goes on after "Your output equals", `zh` after "…程序完全一致：", both without a full stop.
 * @param profiles mistakes that go together under a name of their own, such as another benchmark's protocol
 */
export function defineRules<Choices extends object, Args extends readonly unknown[], Result>(
  make: (choices: Choices) => (...args: Args) => Result,
  table: RuleTable<Choices>,
  profiles: { readonly [id: string]: Text & { readonly of: readonly string[] } } = {},
): Rules<Args, Result> {
  const choices = Object.entries(table).flatMap(([rule, entries]) =>
    Object.entries(entries as Entries<unknown>).map(([id, entry]) => choiceOf(id, rule, entry)),
  )
  return {
    choices,
    profiles: Object.entries(profiles).map(([id, { of, en, zh }]) => ({ id, of, name: { en, zh } })),
    implement: (made) => make(Object.fromEntries(made.map(({ rule, value }) => [rule, value])) as Choices),
  }
}

export type RuleTable<Choices extends object> = {
  readonly [Rule in keyof Choices]?: Entries<Required<Choices>[Rule]>
}

interface Entries<C> {
  readonly [id: string]: Entry<C>
}

/**
 * Without words it is no mistake by itself, and free: one of several ways to do what the statement does not
 * ask for.
 */
type Entry<C> = { readonly choice: C } | (Mistake & { readonly choice: C; readonly nuisance?: true })

/** In the field's own words, and with the cards that teach the point; they come back into today's queue. */
export interface Mistake extends Text {
  readonly cards: readonly (CardId | string)[]
}

export interface Rules<Args extends readonly unknown[], Result> {
  readonly choices: readonly WrongChoice[]
  readonly profiles: readonly Profile[]
  /** @param made no two in one rule */
  readonly implement: (made: readonly WrongChoice[]) => (...args: Args) => Result
}

export interface WrongChoice {
  readonly id: string
  readonly rule: string
  readonly value: unknown
  readonly mistake: Mistake | undefined
  /** A nuisance or no mistake at all: whatever else is wrong, this may be so as well. */
  readonly isFree: boolean
}

export interface Profile {
  readonly id: string
  readonly name: Text
  /** Ids of choices. */
  readonly of: readonly string[]
}

function choiceOf(id: string, rule: string, entry: Entry<unknown>): WrongChoice {
  const value = entry.choice
  if (!('cards' in entry)) return { id, rule, value, mistake: undefined, isFree: true }
  const { en, zh, cards, nuisance = false } = entry
  return { id, rule, value, mistake: { en, zh, cards }, isFree: nuisance }
}
