import { statSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import type { StudyDay } from '../../../src/core/day.ts'
import type { CardId } from '../../../src/core/ids.ts'
import { entryOf } from '../../../src/core/log-entry.ts'
import { createStore } from '../../../src/store/create-store.ts'
import { openDatabase } from '../../../src/store/open-database.ts'
import { openTables } from '../../../src/store/tables.ts'
import { ANSWERS, perAnswer } from '../answer.ts'
import { compare, median } from '../compare.ts'

const PAIRS = 15

/**
 * A recorded answer of a card that is due against a bare durable transaction, in turn in the same large file: of one row in a table without
 * an index, and of what a log cannot do without, a row that is also found by its card. What was written ahead is copied back between the batches, as
 * it is while a learner reads, and told apart.
 */
export async function benchAnswer(database: string, today: StudyDay): Promise<void> {
  const db = openDatabase(database)
  const store = createStore(db)
  const nextCard = dueCards(db, today)
  const answer = () => {
    const id = nextCard()
    store.recordCard(id, GOOD, moment(), store.card(id))
  }
  const waits: number[] = []
  const batch = (write: () => void) => {
    const time = perAnswer(write)
    const began = performance.now()
    store.copyBack()
    return { time, wait: performance.now() - began }
  }
  for (const [against, write] of [
    ['one durable row without an index', bareRow(db)],
    ['one durable row of the log', rowOfLog(db, nextCard)],
  ] as const) {
    await compare(
      `an answer / ${against}, same file`,
      PAIRS,
      () => {
        const { time, wait } = batch(answer)
        waits.push(wait)
        return time
      },
      () => batch(write).time,
    )
  }
  console.log(`  copied back while the learner reads, for ${ANSWERS} answers: ${median(waits).toFixed(1)} ms`)
  for (const [label, write] of [
    ['an answer', answer],
    ['one row without an index', bareRow(db)],
  ] as const) {
    const pages = pagesWritten(db, database, write).toFixed(1)
    console.log(
      `  ${label}: writes ${pages} pages; ${withoutWaiting(db, write).toFixed(2)} ms without waiting for the disk`,
    )
  }
  store.close()
}

/** On the average of a batch, behind a write-ahead log that is empty. */
function pagesWritten(db: Database, database: string, write: () => void): number {
  db.pragma('wal_checkpoint(truncate)')
  perAnswer(write)
  return statSync(`${database}-wal`).size / FRAME_BYTES / ANSWERS
}

/** Milliseconds: what the program and SQLite do themselves. */
function withoutWaiting(db: Database, write: () => void): number {
  db.pragma('synchronous = off')
  const times = Array.from({ length: PAIRS }, () => perAnswer(write))
  db.pragma('synchronous = full')
  return median(times)
}

/** A page, and what says which. */
const FRAME_BYTES = 4096 + 24

const GOOD = { kind: 'review', rating: 'good', durationMs: 1 } as const
const moment = () => ({ at: Date.now(), offsetMin: 0 })

/** In an order of chance, again and again. */
function dueCards(db: Database, today: StudyDay): () => CardId {
  const ids = db
    .prepare<[number], CardId>(
      'select card from card_state where due_day <= ? and suspended = 0 order by random()',
    )
    .pluck()
    .all(today)
  let taken = 0
  return () => {
    const id = ids[taken++ % ids.length]
    if (id === undefined) throw new Error('No card is due.')
    return id
  }
}

function bareRow(db: Database): () => void {
  db.exec('create table if not exists bare (id integer primary key, body text) strict')
  const insert = db.prepare('insert into bare (body) values (?)')
  return () => insert.run('x'.repeat(300))
}

/** Of a kind that no program knows: no state follows from it. */
function rowOfLog(db: Database, nextCard: () => CardId): () => void {
  const { log } = openTables(db)
  return () => log.insert({ ...entryOf(log.draft({ ...GOOD, card: nextCard() }, moment())), kind: 'bare' })
}
