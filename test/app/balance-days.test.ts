import { describe, expect, test } from 'vitest'
import { answerCard } from '../../src/app/answer-card.ts'
import { cardHistory } from '../../src/app/card-history.ts'
import { answerOne } from '../../src/app/change-card.ts'
import { changeSetting } from '../../src/app/change-setting.ts'
import type { Deps } from '../../src/app/deps.ts'
import { mendClock } from '../../src/app/examine.ts'
import { loadOfDays } from '../../src/app/load-of-days.ts'
import { revealAnswer } from '../../src/app/reveal-answer.ts'
import { startReview } from '../../src/app/start-review.ts'
import { undoLast } from '../../src/app/undo-last.ts'
import { studyDayOf } from '../../src/core/day.ts'
import type { Exercise } from '../../src/core/exercise.ts'
import type { CardId, ExerciseId } from '../../src/core/ids.ts'
import { daysLater, openTestDeps } from './open-test-deps.ts'

const CARDS = Array.from({ length: 60 }, (_, at) => `adam/c${at}` as CardId)
const deck = CARDS.map((card) => `## ${card}\nQ: What is ${card}?\nA: That.\n`).join('\n')
const everything = { decks: [], newCards: 100, limit: undefined, mode: 'scheduled' } as const

function studyAll(deps: Deps): void {
  let review = revealAnswer(deps, startReview(deps, everything))
  while (review.current.kind === 'revealed') review = revealAnswer(deps, answerCard(deps, review, 'easy'))
}

function placements(deps: Deps) {
  return [...deps.store.standing()].filter((event) => event.kind === 'place')
}

function dueDays(deps: Deps): readonly number[] {
  return CARDS.map((card) => deps.store.card(card).memory).flatMap((memory) =>
    memory.kind === 'review' ? [memory.dueDay] : [],
  )
}

/** Sum of squares over the days: the less, the more even. */
function unevenness(days: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1)
  return [...counts.values()].reduce((sum, count) => sum + count ** 2, 0)
}

const balanced = () => openTestDeps({ adam: deck })
const fuzzed = () => {
  const deps = openTestDeps({ adam: deck })
  changeSetting(deps, 'balance-days', 'no')
  return deps
}

describe('balanced days', () => {
  test('are more even than those of fuzz alone, which balance-days no gives', () => {
    const [one, other] = [balanced(), fuzzed()]
    studyAll(one)
    studyAll(other)
    expect(placements(other)).toEqual([])
    expect(placements(one).length).toBeGreaterThan(4)
    expect(dueDays(one)).toHaveLength(60)
    expect(unevenness(dueDays(one))).toBeLessThan(unevenness(dueDays(other)))
  })

  test('are the days that the keys showed, and the same from the log alone', () => {
    const deps = balanced()
    let review = revealAnswer(deps, startReview(deps, everything))
    while (review.current.kind === 'revealed') {
      const { card, previews } = review.current
      review = revealAnswer(deps, answerCard(deps, review, 'easy'))
      expect(deps.store.card(card.id).memory).toMatchObject({
        dueDay: (previews.easy as { dueDay: number }).dueDay,
      })
    }
    expect(placements(deps).length).toBeGreaterThan(0)
    expect(deps.store.drifted()).toEqual([])
    const before = dueDays(deps)
    deps.store.rebuild()
    expect(dueDays(deps)).toEqual(before)
  })

  test('stand in the history as part of the answer, and go with it when it is undone', () => {
    const deps = balanced()
    let review = revealAnswer(deps, startReview(deps, everything))
    while (placements(deps).length === 0 && review.current.kind === 'revealed')
      review = revealAnswer(deps, answerCard(deps, review, 'easy'))
    const [{ card, day } = { card: CARDS[0] as CardId, day: 0 }] = placements(deps)
    expect(cardHistory(deps, card)).toMatchObject([{ change: { kind: 'review' }, memory: { dueDay: day } }])
    undoLast(deps, review)
    expect(deps.store.card(card).memory).toEqual({ kind: 'new' })
    expect(deps.store.drifted()).toEqual([])
  })

  test('hold for an answer outside a session too', () => {
    const deps = balanced()
    for (const card of CARDS) answerOne(deps, card, 'easy')
    expect(placements(deps).length).toBeGreaterThan(0)
  })

  test('count an exercise as what it takes', () => {
    const deps = balanced()
    const exercise = { id: 'adam', minutes: 25 } as unknown as Exercise
    const withExercise = {
      ...deps,
      content: { ...deps.content, exercises: new Map([[exercise.id, exercise]]) },
    }
    deps.store.recordExercise(
      {
        kind: 'attempt',
        exercise: 'adam' as ExerciseId,
        language: 'py',
        outcome: { kind: 'judged', verdict: 'accepted', tier: 'pass' },
        recalls: [],
        source: 'x',
      },
      deps.now(),
    )
    const { memory } = deps.store.exercise('adam' as ExerciseId)
    const day = memory.kind === 'review' ? memory.dueDay : 0
    const minutesOn = () => loadOfDays(withExercise, studyDayOf(deps.now())).minutesOn(day)
    expect(minutesOn()).toBe(25)

    const begunAt = deps.now().at
    const task = {
      exercise: exercise.id,
      minutes: 60,
      begunAt,
      end: { outcome: 'accepted', at: begunAt + 40 * 60_000 },
    } as const
    const begun = new Date(begunAt).toISOString()
    deps.store.recordInterview({ begun, questions: 0, answers: [], task }, deps.now())
    expect(minutesOn()).toBe(40)
  })

  test('keep their distance from an answer that a wrong clock had dated', () => {
    const deps = balanced()
    daysLater(deps, 1000)
    for (const card of CARDS) answerOne(deps, card, 'easy')
    const placed = placements(deps).map(({ card }) => card)
    const intervals = () =>
      CARDS.map((card) => deps.store.card(card).memory).map((memory) =>
        memory.kind === 'review' ? memory.dueDay - memory.lastDay : undefined,
      )
    const before = intervals()
    daysLater(deps, -1000)
    expect(placed.length).toBeGreaterThan(0)
    expect(mendClock(deps)).toBe(CARDS.length)
    expect(intervals()).toEqual(before)
    expect(deps.store.drifted()).toEqual([])
  })
})
