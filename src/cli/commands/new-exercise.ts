import { makeExercise } from '../../author/new-exercise/make-exercise.ts'
import { findClone } from '../find-clone.ts'
import { placesHere } from '../folders.ts'
import { print } from '../print.ts'

export interface NewExerciseFlags {
  readonly signature: string
  readonly title?: string
  readonly 'title-zh'?: string
}

/** Writes the folders of a new exercise into the clone. */
export function newExercise(id: string, { signature, title, 'title-zh': titleZh }: NewExerciseFlags): void {
  const clone = findClone(placesHere().builtIn)
  const written = makeExercise(clone, { id, signature, title, titleZh })
  print(
    [
      ...written,
      '',
      `What is still to be done there is marked TODO; \`npm run verify -- ${id}\` names it. docs/exercise-format.md says what each part holds.`,
    ].join('\n'),
  )
}
