import { join } from 'node:path'
import { graderRootFor } from '../app/own-grader/grader-root.ts'
import type { Exercise } from '../core/exercise.ts'
import { Problem } from '../core/problem.ts'
import { findClone } from './find-clone.ts'
import type { Places } from './folders.ts'

/** Where an exercise is written, for those who write it. */
export interface ExerciseSources {
  /** Under graders/. */
  readonly folder: string
  /** Under exercises/. */
  readonly learnerFolder: string
  /** What its grader may import from the program: the kit's sources in a clone. */
  readonly graderRoot: string
}

/** @throws Problem for a built-in exercise in an installed Anneal, or an own one whose grader is not allowed to run */
export async function sourcesOf(places: Places, exercise: Exercise): Promise<ExerciseSources> {
  const { id, isOwn } = exercise
  const clone = findClone(places.builtIn)
  if (!isOwn && clone === undefined) throw notInstalled()
  const [exercises, graders] =
    isOwn || clone === undefined
      ? [places.exercises, places.ownGraders]
      : [join(clone, 'exercises'), join(clone, 'graders')]
  return {
    folder: join(graders, id),
    learnerFolder: join(exercises, id),
    graderRoot: await graderRootFor(places, exercise),
  }
}

function notInstalled(): Problem {
  return new Problem(
    {
      en: "The sources of Anneal's own exercises are not part of an installed Anneal.",
      zh: '安装的 Anneal 不含自带练习的源文件。',
    },
    {
      remedy: {
        en: 'Work in a clone of its repository (`npm run verify`), or write one of your own: `anneal new exercise ID`.',
        zh: '请在克隆的仓库中操作（`npm run verify`），或自己写一道：`anneal new exercise ID`。',
      },
    },
  )
}
