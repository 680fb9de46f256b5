import type { Deps } from '../app/deps.ts'
import { finishImports } from '../app/import/staging.ts'
import { momentHere } from '../app/moment-here.ts'
import type { Content } from '../content/content.ts'
import { loadContent } from '../content/load-content.ts'
import type { Moment } from '../core/day.ts'
import { createStore } from '../store/create-store.ts'
import { openDatabase } from '../store/open-database.ts'
import { explained } from './explain.ts'
import { machineLocale } from './find-locale.ts'
import { placesHere } from './folders.ts'
import { tellMigration } from './tell-migration.ts'

/** Opens the database and the content: the one place where the layers are put together. */
export async function openDeps(): Promise<Deps> {
  const places = placesHere()
  const store = createStore(openDatabase(places.database, { onStage: tellMigration() }))
  // So that no way to leave leaves the files of its write-ahead log behind.
  process.once('exit', store.close)
  finishImports({ store, folders: places })
  const readContent = (): Promise<Content> =>
    loadContent({
      builtIn: places.builtIn,
      own: places.decks,
      ownExercises: places.exercises,
      keep: { folder: places.cache, now: momentNow().at },
    })
  const deps: Deps = {
    store,
    content: await readContent(),
    readContent,
    machine: { locale: machineLocale(process.env), workspace: places.workspace },
    folders: places,
    now: momentNow,
  }
  process.once('beforeExit', () => void (store.hasGrown() && backUpWhenDone(deps)))
  return deps
}

/** Whoever only looks does not pay for loading it. */
function backUpWhenDone(deps: Deps): Promise<void> {
  return explained(async () => (await import('./back-up-behind.ts')).backUpBehind(deps))
}

function momentNow(): Moment {
  return momentHere(Date.now())
}
