import { createStore } from '../../../src/store/create-store.ts'
import { openDatabase } from '../../../src/store/open-database.ts'
import { tellReplayed } from './replayed.ts'

/** From the file to every state, as `doctor` does it. */
const store = createStore(openDatabase(process.argv[2] ?? ''))
tellReplayed(() => {
  const { cards } = store.folded()
  return [...cards.values()].map(({ memory }) => (memory.kind === 'new' ? 0 : memory.stability))
})
store.close()
