import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { acceptEvents } from '../../../src/app/accept-events.ts'
import type { StudyDay } from '../../../src/core/day.ts'
import type { CardId, ExerciseId } from '../../../src/core/ids.ts'
import { entryOf, type LogEntry } from '../../../src/core/log-entry.ts'
import { createStore, type Store } from '../../../src/store/create-store.ts'
import { openDatabase } from '../../../src/store/open-database.ts'
import { simulateLearner } from '../../scale/simulate-learner.ts'

/** Somebody with a machine of their own, whose log is in a file there. */
export interface BenchLearner {
  readonly name: string
  readonly token: string
  readonly database: string
  /** What they answer on each of the days to come. */
  readonly days: readonly (readonly LogEntry[])[]
}

export interface LearnersWanted {
  readonly folder: string
  /** By name. */
  readonly tokens: ReadonlyMap<string, string>
  readonly exercises: readonly ExerciseId[]
  readonly lastDay: StudyDay
  /** How many of their days are still to come. */
  readonly days: number
}

const CARDS = 60
const STUDIED_DAYS = 30

/** Each with some hundred events in the log. */
export async function makeLearners(wanted: LearnersWanted): Promise<readonly BenchLearner[]> {
  const empty = join(wanted.folder, 'empty.db')
  openDatabase(empty).close()
  const learners: BenchLearner[] = []
  for (const [name, token] of wanted.tokens) {
    const database = join(wanted.folder, `${name}.db`)
    copyFileSync(empty, database)
    const [past = [], ...days] = eventsByDay(name, wanted)
    const learner = { name, token, database, days }
    await withStore(learner, (store) => answer(store, past))
    learners.push(learner)
  }
  return learners
}

/** Up to now as one part, then day by day. */
function eventsByDay(name: string, { exercises, lastDay, days }: LearnersWanted): readonly LogEntry[][] {
  const cards = Array.from({ length: CARDS }, (_, at) => `pile-1/card-${at}` as CardId)
  const first = lastDay - days - STUDIED_DAYS
  const parts = Array.from({ length: days + 1 }, (): LogEntry[] => [])
  for (const event of simulateLearner({ seed: name, cards, exercises, first, last: lastDay })) {
    const day = Math.floor(event.at / 86_400_000)
    parts[Math.max(0, day - (lastDay - days))]?.push(plain(entryOf(event)))
  }
  return parts
}

/** As the log has it: what is undefined is not there. */
function plain(entry: LogEntry): LogEntry {
  return JSON.parse(JSON.stringify(entry)) as LogEntry
}

export function answer(store: Store, entries: readonly LogEntry[]): void {
  const { refused, refusals } = acceptEvents({ store }, entries)
  if (refused > 0) throw new Error(`${refused} events were refused: ${refusals[0]?.why.en}`)
}

/** The learner's machine, open for as long as the work takes. What it has is not what is measured: it need not survive a power cut. */
export async function withStore<T>(
  learner: BenchLearner,
  work: (store: Store) => T | Promise<T>,
): Promise<T> {
  const db = openDatabase(learner.database)
  db.pragma('synchronous = off')
  const store = createStore(db)
  try {
    return await work(store)
  } finally {
    store.close()
  }
}
