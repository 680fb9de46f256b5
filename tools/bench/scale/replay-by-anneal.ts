import { foldLog } from '../../../src/core/fold.ts'
import { createPackedCards } from '../../../src/core/packed-cards.ts'
import { openDatabase } from '../../../src/store/open-database.ts'
import { openTables } from '../../../src/store/tables.ts'
import { tellReplayed } from './replayed.ts'

/** From the file to every state, as `doctor` does it. */
const db = openDatabase(process.argv[2] ?? '')
const { log } = openTables(db)
tellReplayed(() => {
  const { cards } = foldLog(log.standing(), createPackedCards())
  return [...cards].map(([, { memory }]) => (memory.kind === 'new' ? 0 : memory.stability))
})
db.close()
