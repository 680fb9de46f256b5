import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { loadContent } from '../../src/content/load-content.ts'
import { createStore } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { compare } from './compare.ts'

export const ANSWERS = 50
const PAIRS = 15

/** One recorded answer against one insert in a transaction of its own, both durable, on the same disk. */
export async function benchAnswer(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'anneal-bench-'))
  const store = createStore(openDatabase(join(folder, 'anneal.db')))
  const bare = new Database(join(folder, 'bare.db'))
  bare.pragma('journal_mode = wal')
  bare.pragma('synchronous = full')
  bare.exec('create table review (id integer primary key, body text) strict')
  const insert = bare.prepare('insert into review (body) values (?)')
  const { cards } = await loadContent({ builtIn: 'dist' })
  const ids = [...cards.keys()]
  let at = Date.now()

  await compare(
    'one answer / one durable SQLite transaction',
    PAIRS,
    () =>
      perAnswer((index) => {
        at += 60_000
        const id = ids[index % ids.length]
        if (id === undefined) throw new Error('no cards')
        store.recordCard(
          id,
          { kind: 'review', rating: 'good', durationMs: 1 },
          { at, offsetMin: 0 },
          store.card(id),
        )
      }),
    () => perAnswer(() => insert.run('x'.repeat(300))),
  )
  store.close()
  bare.close()
  rmSync(folder, { recursive: true })
}

/** Milliseconds that each takes. */
export function perAnswer(answer: (index: number) => void): number {
  const began = performance.now()
  for (let index = 0; index < ANSWERS; index++) answer(index)
  return (performance.now() - began) / ANSWERS
}
