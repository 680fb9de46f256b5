import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { findSubmissions } from '../../author/labelled-submission.ts'
import { type JudgedSubmission, type Verification, verifyExercise } from '../../author/verify-exercise.ts'
import { loadContent } from '../../content/load-content.ts'
import type { Exercise } from '../../core/exercise.ts'
import type { ExerciseId } from '../../core/ids.ts'
import { chooseOf, Problem } from '../../core/problem.ts'
import { findClone } from '../find-clone.ts'
import { placesHere } from '../folders.ts'
import { print } from '../print.ts'
import { showProgress } from '../show-progress.ts'

/** Judges every labelled submission of every exercise, or of those named; with `mutate` every mutant of its reference instead. Exit status 1 when something is not as labelled. */
export async function verify(
  ids: readonly string[],
  { mutate }: { readonly mutate?: true } = {},
): Promise<void> {
  const places = placesHere()
  const clone = findClone(places.builtIn)
  const { exercises } = await loadContent({ builtIn: places.builtIn })
  const wanted = chosen(exercises, ids, clone)
  const seed = randomBytes(6).toString('hex')
  const limit = pLimit(availableParallelism())
  if (mutate) return (await import('./mutate.ts')).mutate(wanted, clone, places.graders, limit)
  const progress = countedProgress(wanted.map(({ id }) => join(clone, 'graders', id, 'submissions')))
  const unmet = wanted.map(async (exercise) => {
    const verification = await verifyExercise({
      exercise,
      folder: join(clone, 'graders', exercise.id),
      learnerFolder: join(clone, 'exercises', exercise.id),
      graderRoot: places.graders,
      cacheRoot: places.cache,
      seed,
      limit,
      onJudged: ({ name }) => progress.done(`${exercise.id} ${name}`),
    })
    progress.clear()
    return report(exercise, verification)
  })
  const total = (await Promise.all(unmet)).reduce((sum, one) => sum + one, 0)
  print(total === 0 ? `All as labelled (seed ${seed}).` : `${total} not as labelled (seed ${seed}).`)
  if (total > 0) process.exitCode = 1
}

function chosen(
  exercises: ReadonlyMap<ExerciseId, Exercise>,
  ids: readonly string[],
  clone: string,
): readonly Exercise[] {
  if (ids.length === 0) return [...exercises.values()]
  return [...new Set(ids)].map((id) => {
    const exercise = exercises.get(id as ExerciseId)
    if (exercise) return exercise
    if (existsSync(join(clone, 'exercises', id))) {
      throw new Problem(
        { en: `The exercise "${id}" is not in the build.`, zh: `构建结果中没有练习“${id}”。` },
        {
          remedy: {
            en: 'Run `npm run build`: it names what is wrong in its exercise.yaml, if something is.',
            zh: '请运行 `npm run build`：exercise.yaml 若有错，它会指出。',
          },
        },
      )
    }
    throw new Problem(
      { en: `There is no exercise "${id}".`, zh: `没有 id 为“${id}”的练习。` },
      { remedy: chooseOf([...exercises.keys()]) },
    )
  })
}

/** `12 of 87: adam wrong/folded.ts`, on a terminal. */
function countedProgress(folders: readonly string[]) {
  const total = folders.reduce((sum, folder) => sum + findSubmissions(folder).length, 0)
  const { tell, clear } = showProgress('en')
  let judged = 0
  return { done: (name: string) => tell(`${++judged} of ${total}: ${name}`), clear }
}

/** Prints what is not as it should be, and returns how much that is. */
function report({ id }: Exercise, { judged, gaps }: Verification): number {
  const wrong = judged.filter((one) => one.unmet !== undefined)
  print(`${id}: ${judged.length - wrong.length} of ${judged.length} submissions as labelled`)
  for (const one of wrong) print(`  ${describe(one)}`)
  for (const gap of gaps) print(`  lacks: ${gap}`)
  return wrong.length + gaps.length
}

function describe({ name, unmet }: JudgedSubmission): string {
  return `${name}: ${unmet}`
}
