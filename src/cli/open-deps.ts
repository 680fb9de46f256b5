import type { Deps } from '../app/deps.ts'
import { type Content, loadContent } from '../content/load-content.ts'
import type { Moment } from '../core/day.ts'
import type { Locale } from '../core/locale.ts'
import { createStore } from '../store/create-store.ts'
import { openDatabase } from '../store/open-database.ts'
import { findPlaces, type Places } from './folders.ts'

export function placesHere(): Places {
  return findPlaces(process.env, import.meta.dirname)
}

/** Opens the database and the content: the one place where the layers are put together. */
export async function openDeps(): Promise<Deps> {
  const places = placesHere()
  const readContent = (): Promise<Content> => loadContent({ builtIn: places.builtIn, own: places.decks })
  return {
    store: createStore(openDatabase(places.database)),
    content: await readContent(),
    readContent,
    machine: { locale: localeOf(process.env), workspace: places.workspace },
    folders: places,
    now: momentNow,
  }
}

function momentNow(): Moment {
  const now = new Date()
  return { at: now.getTime(), offsetMin: -now.getTimezoneOffset() }
}

/** As a C program would choose it (POSIX, XBD 8.2). */
function localeOf(env: NodeJS.ProcessEnv): Locale {
  const name = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return name.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
