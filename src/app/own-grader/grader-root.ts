import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Exercise } from '../../core/exercise.ts'
import type { ExerciseId } from '../../core/ids.ts'
import { Problem } from '../../core/problem.ts'
import type { Folders } from '../deps.ts'
import { buildOwnGrader } from './build-own-grader.ts'
import { demandTrust } from './trusted-graders.ts'

/**
 * The folder in which the judge finds the grader of an exercise, ready to run: the program's own, or what is
 * made of the learner's.
 * @throws Problem where it is not here, the learner has not allowed it, or it cannot be bundled
 */
export async function graderRootFor(folders: Folders, exercise: Exercise): Promise<string> {
  if (!exercise.isOwn) return folders.graders
  demandGrader(folders, exercise.id)
  demandTrust(folders, exercise.id)
  // Where its author's own code throws, the author's own lines are named.
  process.setSourceMapsEnabled(true)
  return await buildOwnGrader(folders, exercise.id)
}

/** A course's exercise may be here without its grader. */
function demandGrader({ ownGraders }: Folders, id: ExerciseId): void {
  const folder = join(ownGraders, id)
  if (existsSync(folder)) return
  throw new Problem(
    { en: `The grader of "${id}" is not on this machine.`, zh: `本机没有“${id}”的判题器。` },
    {
      remedy: {
        en: `Of a course: \`anneal submit ${id} --hub\` has its hub judge, \`anneal sync --graders\` takes the grader. One of your own belongs in ${folder}.`,
        zh: `如果是课程的练习：\`anneal submit ${id} --hub\` 由 hub 判题，\`anneal sync --graders\` 接收判题器。你自己的判题器应放在 ${folder}。`,
      },
    },
  )
}
