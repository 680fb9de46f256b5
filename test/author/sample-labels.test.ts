import { expect, test } from 'vitest'
import { sampleLabels } from '../../src/author/sample-labels.ts'
import type { ExerciseId } from '../../src/core/ids.ts'

const labelsOf = (exercises: number, each: number) =>
  Array.from({ length: exercises }, (_, at) =>
    Array.from({ length: each }, (__, name) => ({
      exercise: `exercise-${at}` as ExerciseId,
      name: `wrong/${name}.py`,
    })),
  ).flat()

test('a commit draws the same labels each time, as many of each exercise', () => {
  const drawn = sampleLabels(labelsOf(6, 25), 'a commit')
  expect(drawn).toHaveLength(36)
  const counts = [...Map.groupBy(drawn, ({ exercise }) => exercise).values()].map(({ length }) => length)
  expect(counts).toEqual([6, 6, 6, 6, 6, 6])
  expect(sampleLabels(labelsOf(6, 25), 'a commit')).toEqual(drawn)
})

test('over the commits each label has its turn', () => {
  const all = labelsOf(6, 25)
  const drawn = Array.from({ length: 60 }, (_, at) => sampleLabels(all, `commit ${at}`)).flat()
  expect(new Set(drawn.map(({ exercise, name }) => exercise + name)).size).toBe(all.length)
})

test('of few all are drawn, and of none none', () => {
  expect(sampleLabels(labelsOf(2, 5), 'a commit')).toHaveLength(10)
  expect(sampleLabels([], 'a commit')).toEqual([])
})
