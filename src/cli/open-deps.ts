import type { Deps } from '../app/deps.ts'
import type { Content } from '../content/content.ts'
import { loadContent } from '../content/load-content.ts'
import type { Moment } from '../core/day.ts'
import { createStore } from '../store/create-store.ts'
import { openDatabase } from '../store/open-database.ts'
import { machineLocale } from './find-locale.ts'
import { placesHere } from './folders.ts'

/** Opens the database and the content: the one place where the layers are put together. */
export async function openDeps(): Promise<Deps> {
  const places = placesHere()
  const store = createStore(openDatabase(places.database))
  // So that no way to leave leaves the files of its write-ahead log behind.
  process.once('exit', store.close)
  const readContent = (): Promise<Content> =>
    loadContent({
      builtIn: places.builtIn,
      own: places.decks,
      ownExercises: places.exercises,
      keep: { folder: places.cache, now: momentNow().at },
    })
  return {
    store,
    content: await readContent(),
    readContent,
    machine: { locale: machineLocale(process.env), workspace: places.workspace },
    folders: places,
    now: momentNow,
  }
}

function momentNow(): Moment {
  const now = new Date()
  return { at: now.getTime(), offsetMin: -now.getTimezoneOffset() }
}
