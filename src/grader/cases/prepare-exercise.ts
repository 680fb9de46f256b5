import type { Exercise } from '../../core/exercise.ts'
import type { Value } from '../../core/value.ts'
import { distinguishing } from '../words/sentences.ts'
import type { Case } from './case.ts'
import { type Combination, nameOf } from './combination.ts'
import {
  type AnyGrader,
  answerOf,
  drawnCase,
  type Implementation,
  loadGrader,
  prepareCases,
} from './load-grader.ts'

/** An exercise's grader, its cases and what wrong choices make of them: all that its submissions have in common. */
export interface Prepared {
  readonly grader: AnyGrader
  /** Throws what the author's code throws. */
  readonly cases: () => readonly Case[]
  /** A random case that is none of these, by its number. */
  readonly further: (at: number) => Case
  readonly answer: AnswerWith
}

/** What an implementation with these choices makes of a case; `undefined` where it throws. */
export type AnswerWith = (made: Combination, to: Case) => Value | undefined

/** Nothing is computed before it is asked for, and nothing twice. */
export async function prepareExercise(
  graderRoot: string,
  exercise: Exercise,
  seed: string,
): Promise<Prepared> {
  const grader = await loadGrader(graderRoot, exercise)
  let prepared: (() => readonly Case[]) | undefined
  return {
    grader,
    cases: () => {
      prepared ??= settled(() => prepareCases(grader, exercise, graderRoot, seed))
      return prepared()
    },
    further: remembered((at) => drawnCase(grader, exercise, `${seed}/apart`, at, distinguishing(at + 1))),
    answer: rememberAnswers(grader, exercise),
  }
}

function remembered(draw: (at: number) => Case): (at: number) => Case {
  const drawn: Case[] = []
  return (at) => {
    drawn[at] ??= draw(at)
    return drawn[at]
  }
}

/** What is thrown is kept, too: it may have taken its time. */
function settled<T>(make: () => T): () => T {
  try {
    const made = make()
    return () => made
  } catch (error) {
    return () => {
      throw error
    }
  }
}

export function rememberAnswers({ rules }: AnyGrader, exercise: Exercise): AnswerWith {
  const answers = new WeakMap<Case, Map<string, Value | undefined>>()
  return (made, to) => {
    if (made.length === 0) return to.expected
    if (rules === undefined) return undefined
    const known = answers.getOrInsertComputed(to, () => new Map<string, Value | undefined>())
    return known.getOrInsertComputed(nameOf(made), () => answerOrNone(exercise, rules.implement(made), to))
  }
}

function answerOrNone(exercise: Exercise, run: Implementation, { args }: Case): Value | undefined {
  try {
    return answerOf(exercise, run, args)
  } catch {
    // An implementation may crash where the mistake crashes; it then explains no output.
    return undefined
  }
}
