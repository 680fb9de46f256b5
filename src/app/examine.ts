import { rmSync } from 'node:fs'
import { DAY_MS } from '../core/day.ts'
import type { Fault } from '../core/fault.ts'
import { describeIsolation, type FoundTool, findTools, type Isolation } from '../grader/describe-isolation.ts'
import { type BackupState, findLeftovers, stateOfBackups } from './backup/backup-state.ts'
import type { Deps } from './deps.ts'
import { type JoinedHub, joinedHubs } from './hub/joined-hubs.ts'
import { findLost, type LostHistory } from './lost-histories.ts'
import { findMissingImages, type MissingImage } from './missing-images.ts'
import { type LastSync, lastSync } from './sync/last-sync.ts'
import { toolPlaces } from './tool-places.ts'

/** What `doctor` reports. */
export interface Examination {
  readonly events: number
  /**
   * Of these, how many are dated later than now by a day or more: they were made under a clock that ran
   * ahead, or this one is behind.
   */
  readonly ahead: number
  readonly damages: readonly string[]
  /** Cards, exercises, settings and days whose stored state is not what the log says. */
  readonly drifted: readonly string[]
  readonly faults: readonly Fault[]
  readonly lost: readonly LostHistory[]
  /** Of your own decks: what a card names and what is not there. */
  readonly missingImages: readonly MissingImage[]
  readonly backups: BackupState
  /** Undefined where no folder is shared with other machines. */
  readonly lastSync: LastSync | undefined
  readonly hubs: readonly JoinedHub[]
  /** What processes that were killed had begun; taken away by a fix. */
  readonly leftovers: readonly string[]
  readonly tools: readonly FoundTool[]
  readonly isolation: Isolation
}

export interface ExamineOptions {
  /** Makes the states anew from the log; they need not be compared with it then. */
  readonly fix: boolean
  readonly onProgress: (progress: ExamineProgress) => void
}

export type ExamineProgress =
  | { readonly kind: 'file' }
  | { readonly kind: 'log'; readonly percent: number }
  | { readonly kind: 'tools' }

/** Lets what is dated later than now count as done now. Returns how many events that was. */
export function mendClock({ store, now }: Deps): number {
  const moment = now()
  return store.redateAfter(moment.at + DAY_MS, moment)
}

/** Most of the time goes into the log, and into the file where it is large. */
export async function examine(deps: Deps, { fix, onProgress }: ExamineOptions): Promise<Examination> {
  const { store, content, folders } = deps
  const places = toolPlaces(deps)
  onProgress({ kind: 'file' })
  const damages = store.damages()
  const events = store.countEvents()
  const onEntry = tellPercents(events, (percent) => onProgress({ kind: 'log', percent }))
  if (fix) store.rebuild(onEntry)
  const drifted = fix ? [] : store.drifted(onEntry)
  const leftovers = findLeftovers(deps)
  if (fix) for (const path of leftovers) rmSync(path, { force: true })
  onProgress({ kind: 'tools' })
  return {
    events,
    ahead: store.countEventsAfter(deps.now().at + DAY_MS),
    damages,
    drifted,
    faults: content.faults,
    lost: findLost(deps),
    missingImages: findMissingImages(deps),
    backups: stateOfBackups(deps),
    lastSync: lastSync(deps),
    hubs: joinedHubs(deps),
    leftovers,
    tools: await findTools(places),
    isolation: await describeIsolation({ graderRoot: folders.graders, ...places }),
  }
}

/** Counts calls, and tells each hundredth of the whole once. */
function tellPercents(total: number, tell: (percent: number) => void): () => void {
  let done = 0
  let next = 0
  return () => {
    if (done++ < next) return
    tell(Math.floor((100 * done) / total))
    next = done + total / 100
  }
}
