import { DAY_MS, MINUTE_MS, type Moment, type StudyDay, studyDayOf } from '../../core/day.ts'
import type { SchedulingParameters } from '../../core/scheduling-parameters.ts'
import type { NoteType } from './note-types.ts'

/** What the one row of Anki's table `col` says of the whole collection. */
export interface CollectionPlan {
  readonly now: Moment
  /** The collection's first day. */
  readonly firstDay: StudyDay
  readonly parameters: SchedulingParameters
  readonly newPerDay: number
  readonly reviewsPerDay: number
}

/** The deck that every collection has. */
export const DEFAULT_DECK = { name: 'Default', id: 1 }
const OPTIONS = 1
const ROLLOVER_HOUR = 4
const SCHEMA = 11

export function collectionColumns(
  plan: CollectionPlan,
  noteTypes: readonly NoteType[],
  decks: ReadonlyMap<string, number>,
) {
  const nowSeconds = Math.floor(plan.now.at / 1000)
  return {
    crt: Math.floor((plan.firstDay * DAY_MS - plan.now.offsetMin * MINUTE_MS) / 1000) + ROLLOVER_HOUR * 3600,
    mod: plan.now.at,
    scm: plan.now.at,
    ver: SCHEMA,
    conf: JSON.stringify(configOf(plan)),
    models: JSON.stringify(byId(noteTypes)),
    decks: JSON.stringify(byId([...decks].map(([name, id]) => deckOf(name, id, nowSeconds)))),
    dconf: JSON.stringify({ [OPTIONS]: optionsOf(plan, nowSeconds) }),
  }
}

function byId<T extends { readonly id: number }>(items: readonly T[]): { readonly [id: string]: T } {
  return Object.fromEntries(items.map((item) => [item.id, item]))
}

/** Scheduled by FSRS, under the newest of Anki's schedulers. */
function configOf({ now, firstDay }: CollectionPlan) {
  return {
    // Else what was buried today comes back when the collection is opened.
    lastUnburied: studyDayOf(now) - firstDay,
    curDeck: DEFAULT_DECK.id,
    activeDecks: [DEFAULT_DECK.id],
    creationOffset: -now.offsetMin || 0,
    rollover: ROLLOVER_HOUR,
    schedVer: 2,
    sched2021: true,
    fsrs: true,
    nextPos: 1,
    timeLim: 0,
    estTimes: true,
    dueCounts: true,
    newSpread: 0,
    collapseTime: 1200,
    addToCur: true,
    sortType: 'noteFld',
    sortBackwards: false,
  }
}

function deckOf(name: string, id: number, mod: number) {
  const nothingDone = { newToday: [0, 0], revToday: [0, 0], lrnToday: [0, 0], timeToday: [0, 0] }
  const shown = { collapsed: false, browserCollapsed: false, desc: '', dyn: 0 }
  return { id, name, mod, usn: -1, ...nothingDone, ...shown, conf: OPTIONS, extendNew: 0, extendRev: 0 }
}

function optionsOf({ parameters, newPerDay, reviewsPerDay }: CollectionPlan, mod: number) {
  const { steps, weights, desiredRetention } = parameters
  return {
    id: OPTIONS,
    mod,
    name: 'Anneal',
    usn: -1,
    maxTaken: 60,
    autoplay: true,
    timer: 0,
    replayq: true,
    dyn: false,
    new: {
      bury: true,
      delays: steps.learning,
      initialFactor: 2500,
      ints: [1, 4, 0],
      order: 1,
      perDay: newPerDay,
    },
    rev: { bury: true, ease4: 1.3, ivlFct: 1, maxIvl: 36_500, perDay: reviewsPerDay, hardFactor: 1.2 },
    lapse: { delays: steps.relearning, leechAction: 0, leechFails: 8, minInt: 1, mult: 0 },
    fsrsParams6: weights,
    desiredRetention,
  }
}
