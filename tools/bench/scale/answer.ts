import type { CardId } from '../../../src/core/ids.ts'
import { createStore } from '../../../src/store/create-store.ts'
import { openDatabase } from '../../../src/store/open-database.ts'
import { ANSWERS, perAnswer } from '../answer.ts'
import { compare } from '../compare.ts'

const PAIRS = 15

/** A recorded answer against a row that is inserted in a transaction of its own, both durable, in turn in the same large file. */
export async function benchAnswer(database: string): Promise<void> {
  const db = openDatabase(database)
  db.exec('create table bare (id integer primary key, body text) strict')
  const insert = db.prepare('insert into bare (body) values (?)')
  const store = createStore(db)
  const ids = db
    .prepare<[number], CardId>('select card from card_state where suspended = 0 order by random() limit ?')
    .pluck()
    .all(ANSWERS * (PAIRS + 1))
  let answered = 0
  await compare(
    'an answer / one durable transaction in the same file',
    PAIRS,
    () =>
      perAnswer(() => {
        const id = ids[answered++ % ids.length]
        if (id === undefined) throw new Error('no cards')
        const now = { at: Date.now(), offsetMin: 0 }
        store.recordCard(id, { kind: 'review', rating: 'good', durationMs: 1 }, now, store.card(id))
      }),
    () => perAnswer(() => insert.run('x'.repeat(300))),
  )
  store.close()
}
