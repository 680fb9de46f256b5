import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadContent } from '../../content/load-content.ts'
import type { Exercise } from '../../core/exercise.ts'
import type { ExerciseId } from '../../core/ids.ts'
import { Problem } from '../../core/problem.ts'
import { type Judged, verifyExercise } from '../../grader/verify-exercise.ts'
import { placesHere } from '../open-deps.ts'
import { print } from '../print.ts'

/** Judges every labelled submission of every exercise, or of those named. Exit status 1 when something is not as labelled. */
export async function verify(ids: readonly string[]): Promise<void> {
  const places = placesHere()
  const sources = join(places.builtIn, '..', 'graders')
  if (!existsSync(sources)) {
    throw new Problem('The graders’ submissions are not part of an installed Anneal.', {
      remedy: 'Run `npm run verify` in a clone of its repository.',
    })
  }
  const { exercises } = await loadContent({ builtIn: places.builtIn })
  const seed = randomBytes(6).toString('hex')
  let unmet = 0
  for (const exercise of chosen(exercises, ids)) {
    const folder = join(sources, exercise.id)
    const { judged, gaps } = await verifyExercise({
      exercise,
      folder,
      graderRoot: places.graders,
      cacheRoot: places.cache,
      seed,
    })
    const wrong = judged.filter((one) => one.unmet !== undefined)
    unmet += wrong.length + gaps.length
    print(`${exercise.id}: ${judged.length - wrong.length} of ${judged.length} submissions as labelled`)
    for (const one of wrong) print(`  ${describe(one)}`)
    for (const gap of gaps) print(`  lacks: ${gap}`)
  }
  print(unmet === 0 ? `All as labelled (seed ${seed}).` : `${unmet} not as labelled (seed ${seed}).`)
  if (unmet > 0) process.exitCode = 1
}

function chosen(exercises: ReadonlyMap<ExerciseId, Exercise>, ids: readonly string[]): readonly Exercise[] {
  if (ids.length === 0) return [...exercises.values()]
  return ids.map((id) => {
    const exercise = exercises.get(id as ExerciseId)
    if (exercise) return exercise
    throw new Problem(`There is no exercise "${id}".`, {
      remedy: `Choose of: ${[...exercises.keys()].join(', ')}.`,
    })
  })
}

function describe({ name, unmet }: Judged): string {
  return `${name}: ${unmet}`
}
