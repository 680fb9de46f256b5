import type { Text } from '../core/locale.ts'
import type { Mutant } from './define-grader.ts'

/**
 * Mutants by id, each a rule by which an implementation departs from the right one. `en` and `zh` go on after "Your
 * output equals", without a full stop; where that does not fit, `says` has whole sentences. `run` stands for a rule
 * where none can say it.
 */
export function mistakes<Rule, Args extends readonly unknown[], Result>(
  make: (rule: Rule) => (...args: Args) => Result,
  table: { readonly [id: string]: Mistake<Rule, (...args: Args) => Result> },
): readonly Mutant<Args, Result>[] {
  return Object.entries(table).map(([id, mistake]) => {
    const { cards } = mistake
    const run = 'run' in mistake ? mistake.run : make(mistake.rule)
    return 'says' in mistake
      ? { id, cards, run, says: mistake.says }
      : { id, cards, run, equals: { en: mistake.en, zh: mistake.zh } }
  })
}

export type Mistake<Rule, Run> = (Text | { readonly says: Text }) & { readonly cards: readonly string[] } & (
    | { readonly rule: Rule }
    | { readonly run: Run }
  )
