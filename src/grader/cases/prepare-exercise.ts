import type { Exercise } from '../../core/exercise.ts'
import type { Value } from '../../core/value.ts'
import type { Case } from './case.ts'
import { type AnyGrader, type AnyMutant, answerOf, loadGrader, prepareCases } from './load-grader.ts'

/** An exercise's grader, its cases and what its mutants make of them: all that its submissions have in common. */
export interface Prepared {
  readonly grader: AnyGrader
  /** Throws what the author's code throws. */
  readonly cases: () => readonly Case[]
  readonly answer: AnswerOfMutant
}

/** What a mutant makes of a case; `undefined` where it throws. */
export type AnswerOfMutant = (mutant: AnyMutant, to: Case) => Value | undefined

/** Nothing is computed before it is asked for, and nothing twice. */
export async function prepareExercise(
  graderRoot: string,
  exercise: Exercise,
  seed: string,
): Promise<Prepared> {
  const grader = await loadGrader(graderRoot, exercise)
  const answers = new WeakMap<Case, Map<AnyMutant, Value | undefined>>()
  let cases: readonly Case[] | undefined
  return {
    grader,
    cases: () => {
      cases ??= prepareCases(grader, exercise, graderRoot, seed)
      return cases
    },
    answer(mutant, to) {
      const known = answers.get(to) ?? new Map<AnyMutant, Value | undefined>()
      answers.set(to, known)
      if (!known.has(mutant)) known.set(mutant, answerOrNone(exercise, mutant, to))
      return known.get(mutant)
    },
  }
}

function answerOrNone(exercise: Exercise, mutant: AnyMutant, { args }: Case): Value | undefined {
  try {
    return answerOf(exercise, mutant.run, args)
  } catch {
    // A mutant may crash where the mistake crashes; it then explains no output.
    return undefined
  }
}
