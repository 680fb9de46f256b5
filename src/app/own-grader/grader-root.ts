import type { Exercise } from '../../core/exercise.ts'
import type { Folders } from '../deps.ts'
import { buildOwnGrader } from './build-own-grader.ts'
import { demandTrust } from './trusted-graders.ts'

/**
 * The folder in which the judge finds the grader of an exercise, ready to run: the program's own, or what is made of the learner's.
 * @throws Problem where the learner has not allowed it, or it cannot be bundled
 */
export async function graderRootFor(folders: Folders, exercise: Exercise): Promise<string> {
  if (!exercise.isOwn) return folders.graders
  demandTrust(folders, exercise.id)
  // Where its author's own code throws, the author's own lines are named.
  process.setSourceMapsEnabled(true)
  return await buildOwnGrader(folders, exercise.id)
}
