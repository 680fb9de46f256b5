import { expect, test } from 'vitest'
import { loadContent } from '../../../src/content/load-content.ts'
import { type ExerciseId, exerciseId } from '../../../src/core/ids.ts'
import { imageIn } from '../../../src/core/image-in.ts'
import { gradeSubmission } from '../../../src/grader/grade-submission.ts'
import { labelledSource } from '../../labelled-source.ts'

async function failureOf(id: ExerciseId | undefined, name: string) {
  const { exercises } = await loadContent({ builtIn: 'dist' })
  const exercise = id && exercises.get(id)
  if (exercise === undefined) throw new Error('no such exercise')
  const source = labelledSource(exercise.id, name)
  const request = {
    exercise,
    language: 'ts',
    source,
    fileName: 'wrong.ts',
    seed: 'a',
    graderRoot: 'dist/graders',
  } as const
  const { verdict } = await gradeSubmission(request)
  if (verdict.kind !== 'wrong-answer') throw new Error(verdict.kind)
  return verdict.failure
}

test('beside the smallest failing case there is one that can be looked at', async () => {
  const { expected, imageCase } = await failureOf(exerciseId('median-filter'), 'wrong/rows-then-columns.ts')
  expect(imageIn(expected, undefined)).toBeUndefined()
  const images = [imageCase?.args[0]?.value, imageCase?.expected, imageCase?.got].map((value) =>
    imageIn(value, undefined),
  )
  const shapes = images.map((image) => image?.shape.join())
  expect(new Set(shapes).size).toBe(1)
  expect(Math.min(...(images[0]?.shape ?? [0]))).toBeGreaterThanOrEqual(6)
  expect(images[2]?.data).not.toEqual(images[1]?.data)
})

test('a mistake about anything but images has none', async () => {
  const { imageCase } = await failureOf(exerciseId('adam'), 'wrong/uncorrected.ts')
  expect(imageCase).toBeUndefined()
})
