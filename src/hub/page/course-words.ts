import type { Content } from '../../content/content.ts'
import type { Card } from '../../core/card.ts'
import type { CardId, ExerciseId } from '../../core/ids.ts'
import { type Text, verbatim } from '../../core/locale.ts'
import { mistakeWords } from '../../grader/cases/mistake-words.ts'

/** What ids of a course stand for. */
export interface CourseWords {
  readonly exercise: (id: ExerciseId) => Text
  readonly card: (id: CardId) => Card | undefined
  /** In the field's own words; the id itself where no grader names it. */
  readonly mistake: (exercise: ExerciseId, mistake: string) => Text
  /** The cards that teach its point; `logged` where no grader names it. */
  readonly cardsFor: (exercise: ExerciseId, mistake: string, logged: readonly CardId[]) => readonly CardId[]
}

/** Which mistakes of which exercises are to be told. */
export interface NamedMistake {
  readonly exercise: ExerciseId
  readonly mistake: string
}

export async function courseWords(
  { exercises, cards }: Content,
  graders: string,
  mistakes: readonly NamedMistake[],
): Promise<CourseWords> {
  const known = new Map<ExerciseId, Awaited<ReturnType<typeof mistakeWords>>>()
  for (const id of new Set(mistakes.map(({ exercise }) => exercise))) {
    const exercise = exercises.get(id)
    // The grader of a course's own exercise is its teacher's program, and runs on no hub.
    if (exercise !== undefined && !exercise.isOwn) known.set(id, await mistakeWords(graders, exercise))
  }
  const find = (exercise: ExerciseId, mistake: string) => known.get(exercise)?.get(mistake)
  return {
    exercise: (id) => exercises.get(id)?.title ?? verbatim(id),
    card: cards.get,
    mistake: (exercise, mistake) => find(exercise, mistake) ?? verbatim(mistake),
    cardsFor: (exercise, mistake, logged) =>
      (find(exercise, mistake)?.cards as readonly CardId[] | undefined) ?? logged,
  }
}
