import { expect, test } from 'vitest'
import { browseCards } from '../../src/app/browse-cards.ts'
import { answerOne, buryOne, setDue } from '../../src/app/change-card.ts'
import type { Deps } from '../../src/app/deps.ts'
import { mendClock } from '../../src/app/examine.ts'
import { summarizeToday } from '../../src/app/summarize-today.ts'
import { parseQuery } from '../../src/core/browse/parse-query.ts'
import { studyDayOf } from '../../src/core/day.ts'
import type { ExerciseEvent } from '../../src/core/event.ts'
import type { CardId, ExerciseId } from '../../src/core/ids.ts'
import { daysLater, openTestDeps } from './open-test-deps.ts'

const DECK = { adam: ['a', 'b', 'c', 'd'].map((slug) => `## adam/${slug}\nQ: ${slug}?\nA: x\n`).join('\n') }
const YEARS = 1500

test('what a clock that ran ahead has dated counts as done now', () => {
  const [wrong, right] = [openTestDeps(DECK), openTestDeps(DECK)]
  for (const deps of [wrong, right]) {
    answerOne(deps, 'adam/a', 'good')
    answerOne(deps, 'adam/d', 'good')
    daysLater(deps, 3)
  }
  daysLater(wrong, YEARS)
  doThings(wrong)
  daysLater(wrong, -YEARS)
  expect(summarizeToday(wrong).daysBehind).toBe(YEARS)
  expect(browseCards(wrong, parseQuery('is:due')).map(({ card }) => card.id)).toContain('adam/a')
  expect(mendClock(wrong)).toBe(6)
  doThings(right)
  for (const { store } of [wrong, right]) expect(store.drifted()).toEqual([])
  expect(wrong.store.projection()).toEqual(right.store.projection())
  expect(summarizeToday(wrong).daysBehind).toBeUndefined()
  expect(mendClock(wrong)).toBe(0)
})

test('what was answered since the clock is right stays as it was dated', () => {
  const deps = openTestDeps(DECK)
  daysLater(deps, YEARS)
  answerOne(deps, 'adam/a', 'good')
  daysLater(deps, -YEARS)
  answerOne(deps, 'adam/a', 'easy')
  const day = studyDayOf(deps.now())
  daysLater(deps, 2)
  expect(mendClock(deps)).toBe(1)
  expect(deps.store.drifted()).toEqual([])
  expect(deps.store.history.totalsOn(day).reviews).toBe(1)
  expect(deps.store.history.totalsOn(day + 2).reviews).toBe(1)
})

test('other devices that take in what was mended come to the same', () => {
  const [one, other] = [openTestDeps(DECK), openTestDeps(DECK)]
  daysLater(one, YEARS)
  doThings(one)
  daysLater(one, -YEARS)
  mendClock(one)
  other.store.accept([...one.store.entries()], () => expect.unreachable())
  expect(other.store.projection()).toEqual(one.store.projection())
})

function doThings(deps: Deps): void {
  answerOne(deps, 'adam/a', 'good')
  answerOne(deps, 'adam/b', 'easy')
  setDue(deps, 'adam/b', '5')
  buryOne(deps, 'adam/c')
  deps.store.recordExercise(hint, deps.now())
  deps.store.recordExercise(failure, deps.now())
}

const hint: ExerciseEvent = { kind: 'hint', exercise: 'adam' as ExerciseId }
const failure: ExerciseEvent = {
  kind: 'attempt',
  exercise: 'adam' as ExerciseId,
  language: 'py',
  outcome: { kind: 'judged', verdict: 'wrong-answer', tier: 'none' },
  recalls: ['adam/d' as CardId],
  source: 'x',
}
