import { expect, test } from 'vitest'
import { parseExercise } from '../../../src/content/parse-exercise.ts'
import { createRandom } from '../../../src/core/random.ts'
import { inputsOf } from '../../../src/grader/budget/inputs.ts'
import type { GradeRequest } from '../../../src/grader/run/grade-request.ts'

const YAML = `title: One
title.zh: 一
topic: one
signature: "(x: f64) -> f64"
difficulty: easy
minutes: 5
`

test('an input of a measurement is told by its seed, and by no generator of a text around that seed', () => {
  const { exercise } = parseExercise(YAML, 'one', 'exercise.yaml')
  const seed = '3f9a'
  const draw = inputsOf({ exercise, seed } as GradeRequest, 'ratio', ({ real }) => [real()])
  expect(draw(7)).toEqual(draw(7))
  const inputs = Array.from({ length: 20 }, (_, index) => draw(index)[0])
  expect(new Set(inputs).size).toBe(20)
  // From the numbers of a case the 32 bits can be found with which its generator began, and with them these.
  const foretold = inputs.map((_, index) => createRandom(`${seed}/ratio/${index}`).real())
  expect(inputs.filter((input) => foretold.includes(input as number))).toEqual([])
})
