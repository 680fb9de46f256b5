import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeMutation } from '../../src/author/mutate/describe-mutation.ts'
import { mutateExercise } from '../../src/author/mutate/mutate-exercise.ts'
import { buildGraders } from '../../tools/build-graders.ts'
import { drawnExercises } from '../drawn-by-commit.ts'
import { shippedExercises } from '../shipped-exercises.ts'

/** Of the exercises that the commit draws: their cases tell every mutant of their references, or equivalent.yaml says why none can. */
const { drawn } = drawnExercises()
const EXERCISES = shippedExercises().filter(({ id }) => drawn.includes(id))
const limit = pLimit(availableParallelism())
const graderRoot = mkdtempSync(join(tmpdir(), 'graders-of-mutants-'))

beforeAll(() => buildGraders('graders', graderRoot, drawn))
afterAll(() => rmSync(graderRoot, { recursive: true }))

test('there are exercises', () => {
  expect(EXERCISES.length).toBeGreaterThan(0)
})

describe.concurrent('the cases tell every mutant', () => {
  test.each(EXERCISES)('$id', async (exercise) => {
    const folder = join('graders', exercise.id)
    const mutation = await limit(() => mutateExercise({ exercise, folder, sources: 'src', graderRoot }))
    const { wrong, lines } = describeMutation(exercise.id, folder, mutation)
    expect(lines.join('\n')).toMatch(/: [1-9]\d* mutants, all told from the reference/)
    expect({ wrong, lines }).toEqual({ wrong: 0, lines: [expect.any(String)] })
  })
})
