import { isDeepStrictEqual } from 'node:util'
import { UNSEEN_CARD } from '../core/card-state.ts'
import { dateOf } from '../core/day.ts'
import type { DayTotals } from '../core/day-totals.ts'
import type { Fault } from '../core/fault.ts'
import type { Projection } from '../core/fold.ts'
import { describeIsolation, type FoundTool, findTools, type Isolation } from '../grader/describe-isolation.ts'
import type { Deps } from './deps.ts'

/** What `doctor` reports. */
export interface Examination {
  readonly events: number
  readonly damages: readonly string[]
  /** Cards, exercises, settings and days whose stored state is not what the log says. */
  readonly drifted: readonly string[]
  readonly faults: readonly Fault[]
  readonly tools: readonly FoundTool[]
  readonly isolation: Isolation
}

export async function examine({ store, content, folders }: Deps): Promise<Examination> {
  return {
    events: store.countEvents(),
    damages: store.damages(),
    drifted: driftedIn(store.projection(), store.folded()),
    faults: content.faults,
    tools: await findTools(),
    isolation: await describeIsolation(folders.graders),
  }
}

function driftedIn(stored: Projection, folded: Projection): readonly string[] {
  return [
    ...differing(stored.cards, folded.cards, UNSEEN_CARD),
    ...differing(stored.exercises, folded.exercises, undefined),
    ...differing(stored.settings, folded.settings, undefined),
    ...differing(byDate(stored.days), byDate(folded.days), undefined),
  ]
}

function byDate(days: Projection['days']): ReadonlyMap<string, DayTotals> {
  return new Map([...days].map(([day, sums]) => [dateOf(day), sums]))
}

/** `blank`: what a missing state stands for. */
function differing<Value>(
  stored: ReadonlyMap<string, Value>,
  folded: ReadonlyMap<string, Value>,
  blank: Value | undefined,
): readonly string[] {
  const keys = new Set([...stored.keys(), ...folded.keys()])
  return [...keys].filter((key) => !isDeepStrictEqual(stored.get(key) ?? blank, folded.get(key) ?? blank))
}
