import { expect, test } from 'vitest'
import { sampleBudgets } from '../../src/author/sample-budgets.ts'
import type { ExerciseId } from '../../src/core/ids.ts'

const IDS = Array.from({ length: 60 }, (_, at) => `exercise-${at}` as ExerciseId)

test('a commit draws the same exercises each time, however they are listed', () => {
  expect(sampleBudgets(IDS, 'a commit')).toEqual(sampleBudgets(IDS.toReversed(), 'a commit'))
  expect(sampleBudgets(IDS, 'a commit')).toHaveLength(1)
})

test('over the commits each exercise has its turn', () => {
  const drawn = Array.from({ length: 400 }, (_, at) => sampleBudgets(IDS, `commit ${at}`)).flat()
  expect(new Set(drawn)).toEqual(new Set(IDS))
})

test('where there is one only, it is drawn', () => {
  expect(sampleBudgets(['only' as ExerciseId], 'any')).toEqual(['only'])
})
