import type { CardId, ExerciseId } from './ids.ts'
import type { Text } from './locale.ts'
import type { Signature } from './signature.ts'

/** Programming languages a submission may be written in. */
export const LANGUAGES = ['ts', 'js', 'py'] as const
export type Language = (typeof LANGUAGES)[number]

/** What the learner may see of an exercise: the parsed `exercise.yaml`. Its statements lie beside that file. */
export interface Exercise {
  readonly id: ExerciseId
  readonly title: Text
  readonly topic: string
  readonly signature: Signature
  readonly minutes: number
  /** Cards that should be stable before the exercise is assigned. */
  readonly prerequisites: readonly CardId[]
  /** In steps, the vaguest first. */
  readonly hints: readonly Text[]
}
