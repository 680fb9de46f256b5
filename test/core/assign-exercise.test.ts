import { describe, expect, test } from 'vitest'
import { assignExercise, rankExercises } from '../../src/core/assign-exercise.ts'
import { type CardState, UNSEEN_CARD } from '../../src/core/card-state.ts'
import { DAY_MS, type Moment } from '../../src/core/day.ts'
import type { Exercise } from '../../src/core/exercise.ts'
import {
  afterAttempt,
  afterHint,
  type ExerciseState,
  UNSEEN_EXERCISE,
} from '../../src/core/exercise-state.ts'
import type { CardId, ExerciseId } from '../../src/core/ids.ts'
import { INITIAL_PARAMETERS, schedulerFor } from '../../src/core/parameters-by-scope.ts'
import { parseSignature } from '../../src/core/signature.ts'

const scheduler = schedulerFor(INITIAL_PARAMETERS.exercises)
const NOW: Moment = { at: Date.UTC(2026, 10, 24, 12), offsetMin: 0 }
const daysAgo = (days: number): Moment => ({ ...NOW, at: NOW.at - days * DAY_MS })

function exercise(id: string, prerequisites: readonly string[] = [], minutes = 20): Exercise {
  return {
    id: id as ExerciseId,
    title: { en: id, zh: id },
    topic: id,
    signature: parseSignature('(x: int) -> int'),
    difficulty: 'medium',
    minutes,
    prerequisites: prerequisites as readonly CardId[],
    budget: undefined,
    hints: [],
  }
}

const stable = (id: string): [CardId, CardState] => [
  id as CardId,
  {
    ...UNSEEN_CARD,
    memory: {
      kind: 'review',
      stability: 30,
      difficulty: 5,
      lastReview: 0,
      lastDay: 0,
      reps: 3,
      lapses: 0,
      dueDay: 0,
      intervalDays: 30,
    },
  },
]

const accepted = (id: string, when: Moment): [ExerciseId, ExerciseState] => [
  id as ExerciseId,
  afterAttempt(id, UNSEEN_EXERCISE, { kind: 'judged', verdict: 'accepted', tier: 'pass' }, when, scheduler),
]

function rank(
  exercises: readonly Exercise[],
  states: readonly [ExerciseId, ExerciseState][] = [],
  cards: readonly [CardId, CardState][] = [],
) {
  const known = new Map(cards)
  const stateOfCard = (card: CardId) => known.get(card) ?? UNSEEN_CARD
  return { exercises, states: new Map(states), stateOfCard, now: NOW, scheduler }
}

describe('the exercise of the day', () => {
  test('is a due one before a new one, the relatively most overdue first', () => {
    const input = rank(
      [exercise('new'), exercise('late'), exercise('later')],
      [accepted('late', daysAgo(30)), accepted('later', daysAgo(300))],
    )
    expect(rankExercises(input).map((one) => one.exercise.id)).toEqual(['later', 'late', 'new'])
    expect(assignExercise(input)?.reason.kind).toBe('due')
  })

  test('is one whose cards are stable before one whose cards are not', () => {
    const input = rank([exercise('locked', ['a/b']), exercise('ready', ['a/c'])], [], [stable('a/c')])
    expect(assignExercise(input)).toMatchObject({ exercise: { id: 'ready' }, reason: { kind: 'unlocked' } })
  })

  test('is, where none is unlocked, the one that lacks the smallest part, and names what it lacks', () => {
    const input = rank(
      [exercise('far', ['a/b', 'a/d']), exercise('near', ['a/b', 'a/c', 'a/e'])],
      [],
      [stable('a/c'), stable('a/e')],
    )
    expect(assignExercise(input)).toMatchObject({
      exercise: { id: 'near' },
      reason: { kind: 'new' },
      missing: ['a/b'],
    })
  })

  test('is the one that is open, by a failure or a hint', () => {
    const failed = afterAttempt(
      'b',
      UNSEEN_EXERCISE,
      { kind: 'judged', verdict: 'too-slow', tier: 'none' },
      NOW,
      scheduler,
    )
    const exercises = [exercise('a'), exercise('b')]
    expect(assignExercise(rank(exercises, [['b' as ExerciseId, failed]]))?.exercise.id).toBe('b')
    expect(
      assignExercise(rank(exercises, [['b' as ExerciseId, afterHint(UNSEEN_EXERCISE, NOW)]]))?.reason,
    ).toEqual({ kind: 'open' })
  })

  test('is none when every exercise was done and none is due', () => {
    const input = rank([exercise('a')], [accepted('a', NOW)])
    expect(assignExercise(input)).toBeUndefined()
    expect(rankExercises(input)[0]?.reason.kind).toBe('ahead')
  })
})
