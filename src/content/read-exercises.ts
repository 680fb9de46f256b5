import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
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
    faults: parsed.flatMap(({ faults }) => faults),
  }
}

function exerciseIds(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((id) => existsSync(join(folder, id, 'exercise.yaml')))
    .sort()
}
