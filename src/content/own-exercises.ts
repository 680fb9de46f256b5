import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Exercise } from '../core/exercise.ts'
import type { Fault } from '../core/fault.ts'
import type { ExerciseId } from '../core/ids.ts'
import { loadExercises } from './read-exercises.ts'

export interface OwnExercises {
  readonly exercises: readonly Exercise[]
  readonly faults: readonly Fault[]
}

/** The learner's own exercises. What one was called carries its history, and so none takes the id of a built-in one. */
export function loadOwnExercises(folder: string, builtIn: ReadonlySet<ExerciseId>): OwnExercises {
  const { exercises, faults } = loadExercises(folder)
  const [taken, free] = [
    exercises.filter(({ id }) => builtIn.has(id)),
    exercises.filter(({ id }) => !builtIn.has(id)),
  ]
  return {
    exercises: free.map((exercise) => ({
      ...exercise,
      isOwn: true,
      isDraft: hasTodo(join(folder, exercise.id)) ? true : undefined,
    })),
    faults: [...faults, ...taken.map(({ id }) => idTaken(folder, id))],
  }
}

/** As `anneal new exercise` leaves them. */
function hasTodo(folder: string): boolean {
  return readdirSync(folder, { withFileTypes: true }).some(
    (entry) => entry.isFile() && /\bTODO\b/.test(readFileSync(join(folder, entry.name), 'utf8')),
  )
}

function idTaken(folder: string, id: ExerciseId): Fault {
  return {
    path: join(folder, id, 'exercise.yaml'),
    line: 1,
    message: {
      en: `Anneal has an exercise "${id}" of its own: rename this folder and the one of its grader.`,
      zh: `Anneal 自带练习“${id}”：请给这个文件夹和判题器的文件夹改名。`,
    },
  }
}
