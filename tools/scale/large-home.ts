import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { loadContent } from '../../src/content/load-content.ts'
import type { StudyDay } from '../../src/core/day.ts'
import type { CardId } from '../../src/core/ids.ts'
import { createStore } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { DEVICE, type ScaleLearner, simulateLearner } from './simulate-learner.ts'
import { ownCardIds, writeDecks } from './write-decks.ts'
import { writeLog } from './write-log.ts'

/** Below the clone, on its disk: the files are large. */
export const SCALE_ROOT = join('.cache', 'scale')
const YEARS = 4

export interface LargeHome {
  readonly database: string
  /** The learner's own decks, where all cards but the program's are. */
  readonly decks: string
}

/** The folder of a learner with so many cards who studied up to yesterday. Made once for each day and version of the generator; a newer schema migrates it as it would the learner's. */
export async function largeHome(cards: number, today: StudyDay): Promise<LargeHome> {
  const { cards: builtIn, exercises } = await loadContent({ builtIn: 'dist' })
  const own = ownCardIds(Math.max(0, cards - builtIn.size))
  const learner: ScaleLearner = {
    seed: 'scale',
    cards: mixed([...builtIn.keys()].slice(0, cards), own),
    exercises: [...exercises.keys()],
    first: today - 365 * YEARS,
    last: today - 1,
  }
  const root = join(SCALE_ROOT, keyOf(learner))
  const made = { database: join(root, 'anneal.db'), decks: join(root, 'own-decks') }
  if (existsSync(root)) return made
  rmSync(SCALE_ROOT, { recursive: true, force: true })
  const draft = `${root}-draft`
  mkdirSync(draft, { recursive: true })
  writeDecks(join(draft, 'own-decks'), own)
  writeDatabase(join(draft, 'anneal.db'), learner)
  renameSync(draft, root)
  return made
}

/** The program's cards are met among the learner's own, not all in the first week. */
function mixed(builtIn: readonly CardId[], own: readonly CardId[]): readonly CardId[] {
  const every = Math.ceil((builtIn.length + own.length) / builtIn.length)
  return builtIn.flatMap((id, at) => [id, ...own.slice(at * (every - 1), (at + 1) * (every - 1))])
}

function keyOf(learner: ScaleLearner): string {
  const hash = createHash('sha256').update(JSON.stringify(learner))
  for (const name of readdirSync(import.meta.dirname).sort()) {
    hash.update(readFileSync(join(import.meta.dirname, name)))
  }
  return hash.digest('hex').slice(0, 16)
}

function writeDatabase(path: string, learner: ScaleLearner): void {
  const began = performance.now()
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(0)} s`
  const db = openDatabase(path)
  // A draft need not survive a crash.
  db.pragma('journal_mode = memory')
  db.pragma('synchronous = off')
  const count = writeLog(db, simulateLearner(learner), DEVICE)
  console.log(`wrote ${count} events of ${learner.cards.length} cards (${seconds()})`)
  const store = createStore(db)
  store.rebuild()
  db.pragma('journal_mode = wal')
  store.close()
  console.log(`rebuilt the states (${seconds()}); ${(statSync(path).size / 1e9).toFixed(2)} GB\n`)
}
