import { expect, test } from 'vitest'
import { delayedAsKnown } from '../../../src/core/balance/delay-known.ts'
import { NEW, type ReviewMemory } from '../../../src/core/memory.ts'
import { INITIAL_PARAMETERS } from '../../../src/core/parameters-by-scope.ts'
import { placedOn } from '../../../src/core/placement.ts'
import { createScheduler } from '../../../src/core/scheduler.ts'

const scheduler = createScheduler(INITIAL_PARAMETERS.cards)

/** Reviewed on day 100: FSRS wants it on day 120, fuzz between 117 and 123. */
const known = (dueDay: number): ReviewMemory => ({
  kind: 'review',
  stability: 20,
  difficulty: 5,
  lastReview: 7,
  lastDay: 100,
  reps: 3,
  lapses: 0,
  dueDay,
  intervalDays: dueDay - 100,
})

test('a card that an accepted exercise needs comes a day later, and never later than fuzz allows', () => {
  let memory = known(121)
  const days = [memory.dueDay]
  for (const _ of [1, 2, 3, 4]) {
    const delay = delayedAsKnown(memory, 105, scheduler)
    if (delay) memory = placedOn(memory, delay, scheduler) as ReviewMemory
    days.push(memory.dueDay)
  }
  expect(days).toEqual([121, 122, 123, 123, 123])
  expect(scheduler.rangeOf(known(120), 0)).toEqual({ first: 117, last: 123 })
  expect(memory).toEqual(known(123))
})

test.each([
  { what: 'is new', memory: NEW, today: 105 },
  { what: 'is on steps', memory: { ...known(120), kind: 'learning', due: 9, step: 1 } as const, today: 105 },
  { what: 'is due', memory: known(120), today: 120 },
  { what: 'was given an earlier day by the learner', memory: known(110), today: 105 },
  { what: 'was given a later day by the learner', memory: known(200), today: 105 },
])('a card that $what stays', ({ memory, today }) => {
  expect(delayedAsKnown(memory, today, scheduler)).toBeUndefined()
})

test('a delay says nothing once the card was reviewed again', () => {
  const delay = delayedAsKnown(known(121), 105, scheduler)
  const later = { ...known(121), lastReview: 8 }
  expect(delay && placedOn(later, delay, scheduler)).toEqual(later)
})
