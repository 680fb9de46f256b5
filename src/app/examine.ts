import { isDeepStrictEqual } from 'node:util'
import { UNSEEN_CARD } from '../core/card-state.ts'
import type { Fault } from '../core/fault.ts'
import { foldLog, type Projection } from '../core/fold.ts'
import { describeIsolation, type FoundTool, findTools, type Isolation } from '../grader/describe-isolation.ts'
import type { Deps } from './deps.ts'

/** What `doctor` reports. */
export interface Examination {
  readonly events: number
  readonly damages: readonly string[]
  /** Cards, exercises and settings whose stored state is not what the log says. */
  readonly drifted: readonly string[]
  readonly faults: readonly Fault[]
  readonly tools: readonly FoundTool[]
  readonly isolation: Isolation
}

export async function examine({ store, content, folders }: Deps): Promise<Examination> {
  const events = store.events()
  return {
    events: events.length,
    damages: store.damages(),
    drifted: driftedIn(store.projection(), foldLog(events)),
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
  ]
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
