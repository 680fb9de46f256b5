/**
 * `node scenario.ts NAME HOME`: what a power cut is to strike. Each line on stdout was acknowledged; exit status 2 behind a problem that is told.
 */
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { restoreBackup } from '../../src/app/backup/restore-backup.ts'
import { writingProblem } from '../../src/app/export/export-problems.ts'
import { importFile } from '../../src/app/import/import-file.ts'
import { loadContent } from '../../src/content/load-content.ts'
import type { CardId } from '../../src/core/ids.ts'
import { Problem } from '../../src/core/problem.ts'
import { createStore, type Store } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { answer, START } from '../store/study.ts'
import { foldersIn } from './folders-in.ts'
import { foreignEntries } from './foreign-entries.ts'
import { dataIn, sharedIn, syncWith } from './shared-homes.ts'

const [, , name = '', home = ''] = process.argv
const database = join(home, 'anneal.db')
const acknowledge = (line: string) => writeSync(1, `${line}\n`)

const answerThrice = (store: Store) => {
  for (let at = 0; at < 3; at++) {
    acknowledge(answer(store, `adam/${at % 2}` as CardId, 'good', START + at * 60_000).event)
  }
}

const SCENARIOS: { readonly [name: string]: () => void | Promise<void> } = {
  answer: () => withStore(answerThrice),
  careless: () => withStore(answerThrice, { synchronous: 'off' }),
  undo: () =>
    withStore((store) => {
      const { event } = answer(store, 'adam/0' as CardId, 'again', START)
      acknowledge(event)
      store.undo(event, { at: START + 1000, offsetMin: 60 })
      acknowledge(store.latestOwnChange()?.id === event ? 'not undone' : 'undone')
    }),
  merge: () =>
    withStore((store) => {
      const { added } = store.accept(foreignEntries(), () => undefined)
      acknowledge(`merged ${added}`)
    }),
  import: () =>
    withStore(async (store) => {
      const folders = foldersIn(home)
      const content = await loadContent({ builtIn: '/nowhere', own: folders.decks })
      await importFile(
        {
          store,
          content,
          folders,
          readContent: async () => content,
          machine: { locale: 'en', workspace: join(home, 'workspace') },
          now: () => ({ at: START, offsetMin: 60 }),
        },
        'test/interop/anki/fixtures/legacy-1.apkg',
        { isDryRun: false },
      )
      acknowledge('imported')
    }),
  migration: () => withStore((store) => void acknowledge(`events ${store.countEvents()}`)),
  backup: () =>
    withStore(async (store) => {
      const to = join(home, 'copy.db')
      try {
        await store.backUp(to, { replaces: true, copying: {}, onCheck: () => undefined })
      } catch (error) {
        throw writingProblem(to, error)
      }
      acknowledge('backed up')
    }),
  sync: () =>
    withStore(async (store) => {
      const { taken } = await syncWith(store, dataIn(home), sharedIn(home))
      acknowledge(`synced ${taken.added}`)
    }),
  restore: async () => {
    const from = join(home, 'from', 'given.db')
    const order = { from, database, backups: join(home, 'backups'), now: START, dryRun: false }
    await restoreBackup(order, () => undefined)
    acknowledge('restored')
  },
}

async function withStore(
  use: (store: Store) => void | Promise<void>,
  { synchronous = 'full' } = {},
): Promise<void> {
  const db = openDatabase(database)
  if (synchronous !== 'full') db.pragma(`synchronous = ${synchronous}`)
  const store = createStore(db)
  try {
    await use(store)
  } finally {
    store.close()
  }
}

try {
  await SCENARIOS[name]?.()
} catch (error) {
  if (!(error instanceof Problem)) throw error
  console.error(error.line.en)
  process.exitCode = 2
}
