import { globSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { parseExercise } from '../src/content/parse-exercise.ts'
import type { Exercise } from '../src/core/exercise.ts'

/** By id. */
export function shippedExercises(): readonly Exercise[] {
  return globSync('exercises/*/exercise.yaml').sort().map(readExercise)
}

function readExercise(path: string): Exercise {
  const { exercise, faults } = parseExercise(readFileSync(path, 'utf8'), basename(dirname(path)), path)
  if (exercise === undefined) throw new Error(JSON.stringify(faults))
  return exercise
}
