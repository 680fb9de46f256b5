import type { ExerciseId } from '../core/ids.ts'
import { mistakeWords } from '../grader/cases/mistake-words.ts'
import type { Statistics } from './collect-statistics.ts'
import type { Deps } from './deps.ts'

/**
 * The same, with the mistakes in the field's own words. Those of exercises of one's own keep their ids: their
 * graders are not run for this.
 */
export async function tellMistakes(
  { content, folders }: Pick<Deps, 'content' | 'folders'>,
  statistics: Statistics,
): Promise<Statistics> {
  const known = new Map<ExerciseId, Awaited<ReturnType<typeof mistakeWords>>>()
  for (const id of new Set(statistics.mistakes.map(({ exercise }) => exercise))) {
    const exercise = content.exercises.get(id)
    if (exercise && !exercise.isOwn) known.set(id, await mistakeWords(folders.graders, exercise))
  }
  const mistakes = statistics.mistakes.map((one) => ({
    ...one,
    words: known.get(one.exercise)?.get(one.mistake) ?? one.words,
  }))
  return { ...statistics, mistakes }
}
