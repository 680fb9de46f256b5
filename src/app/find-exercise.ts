import { didYouMean } from '../core/did-you-mean.ts'
import type { Exercise } from '../core/exercise.ts'
import { exerciseId } from '../core/ids.ts'
import { Problem } from '../core/problem.ts'
import type { Deps } from './deps.ts'

/** @throws Problem when there is none of that id */
export function findExercise({ content }: Deps, id: string): Exercise {
  const known = exerciseId(id)
  const exercise = known && content.exercises.get(known)
  if (exercise) return exercise
  const hint = didYouMean(id, [...content.exercises.keys()])
  throw new Problem(
    { en: `There is no exercise "${id}"${hint.en}.`, zh: `没有 id 为“${id}”的练习${hint.zh}。` },
    {
      remedy: {
        en: 'See `anneal exercise --list` for their ids.',
        zh: '所有 id 见 `anneal exercise --list`。',
      },
    },
  )
}
