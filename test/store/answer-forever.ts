import type { CardId } from '../../src/core/ids.ts'
import { createStore } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'

/** A process that answers cards until it is stopped, or so many, and prints each event's id once it is acknowledged. */
const [path = '', card = 'a/b', count = '1000000'] = process.argv.slice(2)
const store = createStore(openDatabase(path))
for (let answered = 0; answered < Number(count); answered++) {
  const id = card as CardId
  const now = { at: Date.UTC(2026, 10, 24) + answered * 60_000, offsetMin: 0 }
  const result = store.recordCard(id, { kind: 'review', rating: 'good', durationMs: 1 }, now, store.card(id))
  if (result.kind === 'recorded') process.stdout.write(`${result.event}\n`)
}
