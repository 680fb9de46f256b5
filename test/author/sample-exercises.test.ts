import { expect, test } from 'vitest'
import { sampleExercises } from '../../src/author/sample-exercises.ts'
import type { ExerciseId } from '../../src/core/ids.ts'

const IDS = Array.from({ length: 60 }, (_, at) => `exercise-${at}` as ExerciseId)

test('a commit draws the same exercises each time, however they are listed', () => {
  const drawn = sampleExercises(IDS, 'a commit', [])
  expect(sampleExercises(IDS.toReversed(), 'a commit', [])).toEqual(drawn)
  expect(drawn.judged).toHaveLength(3)
  expect(drawn.measured).toHaveLength(1)
  expect(drawn.judged).toEqual(expect.arrayContaining([...drawn.measured]))
})

test('over the commits each exercise has its turn', () => {
  const drawn = Array.from({ length: 400 }, (_, at) => sampleExercises(IDS, `commit ${at}`, []))
  expect(new Set(drawn.flatMap(({ judged }) => judged))).toEqual(new Set(IDS))
  expect(new Set(drawn.flatMap(({ measured }) => measured))).toEqual(new Set(IDS))
})

test('what was changed comes first', () => {
  const changed = IDS.slice(3, 5)
  for (let at = 0; at < 20; at++) {
    const { judged, measured } = sampleExercises(IDS, `commit ${at}`, changed)
    expect(judged).toEqual(expect.arrayContaining(changed))
    expect(changed).toEqual(expect.arrayContaining([...measured]))
  }
  expect(sampleExercises(IDS, 'a commit', IDS).judged).toHaveLength(3)
})

test('where there is one only, it is drawn, and nothing that is there no longer', () => {
  const only = ['only' as ExerciseId]
  expect(sampleExercises(only, 'any', ['gone' as ExerciseId])).toEqual({ judged: only, measured: only })
})
