import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { studyDayOf } from '../../src/core/day.ts'
import { createStore } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { peakOf, runNode, timeOf } from '../bench/scale/run-anneal.ts'
import { DEVICE, simulateLearner } from '../scale/simulate-learner.ts'
import { ownCardIds, writeDecks } from '../scale/write-decks.ts'
import { writeLog } from '../scale/write-log.ts'
import { ankiPython } from './anki-python.ts'
import { type Finding, finding } from './finding.ts'

const NOTES = 50_000
const DAYS = 100

/** What a large collection costs on its way to Anki and back, and whether all of it arrives. */
export async function* findLargePackages(): AsyncGenerator<Finding> {
  const home = mkdtempSync(join(tmpdir(), 'anneal-anki-'))
  try {
    const reviews = writeHome(home)
    for (const name of ['large.apkg', 'large.colpkg'])
      yield await findWritten(home, join(home, name), reviews)
    const offsetMin = -new Date().getTimezoneOffset()
    execFileSync(ankiPython(), [
      'tools/anki/export_again.py',
      join(home, 'large.colpkg'),
      home,
      String(offsetMin),
    ])
    for (const name of ['current.colpkg', 'legacy.apkg']) yield await findRead(join(home, name), reviews)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** Returns how many reviews it holds. */
function writeHome(home: string): number {
  const cards = ownCardIds(NOTES)
  writeDecks(join(home, 'decks'), cards)
  const db = openDatabase(join(home, 'anneal.db'))
  const today = studyDayOf({ at: Date.now(), offsetMin: -new Date().getTimezoneOffset() })
  writeLog(
    db,
    simulateLearner({
      seed: 'large',
      cards,
      exercises: ['adam' as never],
      first: today - DAYS,
      last: today - 1,
    }),
    DEVICE,
  )
  const store = createStore(db)
  store.rebuild()
  store.close()
  return reviewsIn(home)
}

async function findWritten(home: string, path: string, reviews: number): Promise<Finding> {
  const args = ['export', path, '--deck', 'piles', '--force']
  const [timeMs, peakMb] = [await timeOf(args, home), await peakOf(args, home)]
  const found = askCounts(path)
  return finding(
    `${NOTES} notes and ${reviews} reviews: ${(timeMs / 1000).toFixed(1)} s and at most ${peakMb.toFixed(0)} MB to write; Anki reads them in ${found.seconds.toFixed(1)} s`,
    found.sound && found.notes === NOTES && found.cards === NOTES && found.reviews === reviews,
  )
}

/** Into homes that have neither decks nor log. */
async function findRead(path: string, reviews: number): Promise<Finding> {
  const homes = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'anneal-anki-')))
  try {
    const [first = '', second = ''] = homes
    const [timeMs, peakMb] = [await timeOf(['import', path], first), await peakOf(['import', path], second)]
    const again = JSON.parse(
      await runNode(['bin/anneal', 'import', path, '--dry-run', '--json'], { ANNEAL_HOME: first }),
    ) as Again
    return finding(
      `${basename(path)} of Anki: ${(timeMs / 1000).toFixed(1)} s and at most ${peakMb.toFixed(0)} MB to read; then ${again.notes.unchanged} notes and ${reviews} reviews are here`,
      again.notes.unchanged === NOTES && again.reviews === 0 && reviewsIn(first) === reviews,
    )
  } finally {
    for (const home of homes) rmSync(home, { recursive: true, force: true })
  }
}

interface Again {
  readonly notes: { readonly unchanged: number }
  readonly reviews: number
}

function reviewsIn(home: string): number {
  const store = createStore(openDatabase(join(home, 'anneal.db')))
  let reviews = 0
  for (const { kind } of store.standing()) if (kind === 'review') reviews++
  store.close()
  return reviews
}

interface Counts {
  readonly sound: boolean
  readonly notes: number
  readonly cards: number
  readonly reviews: number
  readonly seconds: number
}

function askCounts(path: string): Counts {
  return JSON.parse(
    execFileSync(ankiPython(), ['tools/anki/package_counts.py', path], { encoding: 'utf8' }),
  ) as Counts
}
