import { join } from 'node:path'
import { expect, test } from 'vitest'
import { gapsInExamples } from '../../src/author/find-example-gaps.ts'
import { completeGrader } from '../../src/grader/cases/load-grader.ts'
import { shippedExercises } from '../shipped-exercises.ts'

test.each(shippedExercises())(
  '$id: the figures of its example are those of the reference, in both languages',
  async (exercise) => {
    const grader = completeGrader(exercise, await import(`../../graders/${exercise.id}/grader.ts`))
    expect(gapsInExamples(exercise, grader, join('exercises', exercise.id))).toEqual([])
  },
)
