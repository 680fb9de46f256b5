import { existsSync, globSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Exercise } from '../core/exercise.ts'
import type { Fault } from '../core/fault.ts'
import { parseExercise } from './parse-exercise.ts'
import { readText } from './read-content.ts'

/**
 * Eight times the longest of the program. YAML may be anybody's, and its keys are compared each with each: five
 * times as many bytes took 23 s where these take half of one.
 */
const MOST_EXERCISE_BYTES = 20_000

/** Reads `exercises/ID/exercise.yaml` below a folder. */
export function loadExercises(folder: string): {
  readonly exercises: readonly Exercise[]
  readonly faults: readonly Fault[]
} {
  const parsed = exerciseIds(folder).map((id) => {
    const path = join(folder, id, 'exercise.yaml')
    const read = readText(path, MOST_EXERCISE_BYTES)
    return 'text' in read ? parseExercise(read.text, id, path) : { exercise: undefined, faults: [read.fault] }
  })
  return {
    exercises: parsed.flatMap(({ exercise }) => (exercise ? [exercise] : [])),
    faults: [...parsed.flatMap(({ faults }) => faults), ...begun(folder)],
  }
}

/** What is asked is there, and nothing that makes an exercise of it. */
function begun(folder: string): readonly Fault[] {
  return globSync('*/statement.*.md', { cwd: folder })
    .map((path) => join(folder, dirname(path), 'exercise.yaml'))
    .filter((path, at, all) => !existsSync(path) && all.indexOf(path) === at)
    .sort()
    .map((path) => ({
      path,
      line: 1,
      message: {
        en: 'There is a statement and no exercise.yaml beside it; write one like docs/exercise-format.md.',
        zh: '有题面，旁边却没有 exercise.yaml；请参照 docs/exercise-format.md 写一个。',
      },
    }))
}

function exerciseIds(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((id) => existsSync(join(folder, id, 'exercise.yaml')))
    .sort()
}
