import { join } from 'node:path'
import { type Exercise, LANGUAGES, type Language } from '../core/exercise.ts'
import type { ExerciseId } from '../core/ids.ts'
import { jsonIn } from '../disk/json-in.ts'
import { replaceFile } from '../disk/replace-file.ts'
import type { Deps } from './deps.ts'

/** It lies in the cache and not in the log: it only spares the learner an id. */
export function rememberOpened(deps: Deps, { id }: Exercise, language: Language): void {
  replaceFile(placeOf(deps), Buffer.from(JSON.stringify({ id, language, at: deps.now().at })))
}

/** Undefined where another exercise was opened since. */
export function languageOpenedIn(deps: Deps, exercise: Exercise): Language | undefined {
  const { id, language } = read(placeOf(deps))
  return id === exercise.id ? LANGUAGES.find((one) => one === language) : undefined
}

/** The exercise that was opened last, unless it was solved or given up since. */
export function lastOpened(deps: Deps): Exercise | undefined {
  const { id, at } = read(placeOf(deps))
  const exercise = deps.content.exercises.get(id as ExerciseId)
  const last = exercise && deps.store.history.attemptRecords().get(exercise.id)?.last
  const isOver = last !== undefined && last.at >= Number(at) && ENDS.includes(last.verdict)
  return isOver ? undefined : exercise
}

const ENDS: readonly string[] = ['accepted', 'given-up']

/** A file that is missing or broken remembers nothing. */
function read(path: string): {
  readonly id?: unknown
  readonly language?: unknown
  readonly at?: unknown
} {
  const found = jsonIn(path)
  return typeof found === 'object' && found !== null ? found : {}
}

function placeOf({ folders }: Deps): string {
  return join(folders.cache, 'last-opened.json')
}
