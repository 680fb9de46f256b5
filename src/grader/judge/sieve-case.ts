import type { Case, Tried } from '../cases/case.ts'
import { type Combination, nameOf } from '../cases/combination.ts'
import { freeSets, goTogether, inOrder } from './combinations.ts'
import { freeThatMatter } from './free-choices.ts'
import { explains, type Matching } from './matching.ts'
import { openShownChoices } from './shown-choices.ts'
import type { WorkAllowance } from './work-allowance.ts'

/** A small case, which few sets of choices pass. Of sets of which it shows the same, one is tried. */
export interface SieveCase {
  /** Whether these mistakes explain it, with some free choices of those that change something in it. */
  readonly passes: (base: Combination) => boolean
  /** Whether they do with these, as far as they change something in it. */
  readonly passesWith: (base: Combination, free: Combination) => boolean
}

/**
 * @param pairs bounds the search for free choices that show in pairs alone
 * @param shownBeside the free choices that change something in a case beside two of some mistakes
 */
export function openSieveCase(
  one: Tried,
  matching: Matching,
  pairs: WorkAllowance,
  shownBeside: (base: Combination, at: Case) => Combination,
): SieveCase {
  const { choices } = matching.rules
  const look = () => {
    const free = freeThatMatter(one, matching, pairs)
    return { free, sets: freeSets(free), shown: openShownChoices(matching, one.case, free) }
  }
  let looked: ReturnType<typeof look> | undefined
  /** Not before a set of choices comes so far: it costs more than most of them do. */
  const seen = () => {
    looked ??= look()
    return looked
  }
  const passing = new Map<string, boolean>()
  const fitting = new Map<string, boolean>()

  function fits(made: Combination, free: Combination): boolean {
    const all = inOrder(choices, [...made, ...free])
    return fitting.getOrInsertComputed(nameOf(all), () => explains(all, one, matching))
  }

  function besides(made: Combination): Combination {
    const { free } = seen()
    return shownBeside(made, one.case).filter((choice) => !free.includes(choice))
  }

  return {
    passes: (base) => {
      const { free, sets, shown } = seen()
      const made = shown(base)
      const fitsOne = (some: readonly Combination[]) =>
        some.some((more) => goTogether(made, more) && fits(made, more))
      const fitsBeside = (more: Combination) => more.length > 0 && fitsOne(freeSets([...free, ...more]))
      return passing.getOrInsertComputed(nameOf(made), () => fitsOne(sets) || fitsBeside(besides(made)))
    },
    passesWith: (base, some) => {
      const { free, shown } = seen()
      const made = shown(base)
      const more = besides(made)
      return fits(
        made,
        some.filter((choice) => free.includes(choice) || more.includes(choice)),
      )
    },
  }
}
