import { expect, test } from 'vitest'
import type { ExerciseId } from '../src/core/ids.ts'
import { isInThird, sampleExercises } from './sample-exercises.ts'

const budget = { ratio: 2, growth: [], memory: [] } as const
const EXERCISES = Array.from({ length: 60 }, (_, at) => ({
  id: `exercise-${at}` as ExerciseId,
  budget: at % 4 === 0 ? budget : undefined,
}))
const IDS = EXERCISES.map(({ id }) => id)
const BUDGETED = EXERCISES.flatMap((one) => (one.budget ? one.id : []))

test('a commit draws the same exercises each time, however they are listed', () => {
  const sample = sampleExercises(EXERCISES, 'a commit', [])
  expect(sampleExercises(EXERCISES.toReversed(), 'a commit', [])).toEqual(sample)
  expect(sample.drawn).toHaveLength(3)
  expect(sample.measured).toHaveLength(1)
  expect(sample.drawn).toEqual(expect.arrayContaining([...sample.measured]))
})

test('over the commits each exercise has its turn, and each budget', () => {
  const samples = Array.from({ length: 400 }, (_, at) => sampleExercises(EXERCISES, `commit ${at}`, []))
  expect(new Set(samples.flatMap(({ drawn }) => drawn))).toEqual(new Set(IDS))
  expect(new Set(samples.flatMap(({ measured }) => measured))).toEqual(new Set(BUDGETED))
})

test('what was changed comes first', () => {
  const changed = IDS.slice(3, 5)
  for (let at = 0; at < 20; at++) {
    const { drawn, measured } = sampleExercises(EXERCISES, `commit ${at}`, changed)
    expect(drawn).toEqual(expect.arrayContaining(changed))
    expect(changed).toEqual(expect.arrayContaining([...measured]))
  }
  expect(sampleExercises(EXERCISES, 'a commit', IDS).drawn).toHaveLength(3)
})

test('where there is one only, it is drawn, and nothing that is there no longer', () => {
  const only = { id: 'only' as ExerciseId, budget }
  const ids = [only.id]
  expect(sampleExercises([only], 'any', ['gone' as ExerciseId])).toEqual({ drawn: ids, measured: ids })
})

test('of tests about a third is drawn, and each by some commit', () => {
  const names = Array.from({ length: 300 }, (_, at) => `test ${at}`)
  const drawn = Array.from({ length: 40 }, (_, at) => names.filter((name) => isInThird(name, `commit ${at}`)))
  for (const some of drawn) expect(Math.abs(some.length - 100)).toBeLessThan(40)
  expect(new Set(drawn.flat())).toEqual(new Set(names))
})
