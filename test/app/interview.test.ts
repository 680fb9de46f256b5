import { describe, expect, test } from 'vitest'
import { answerCard } from '../../src/app/answer-card.ts'
import type { ReviewOptions } from '../../src/app/open-session.ts'
import { revealAnswer } from '../../src/app/reveal-answer.ts'
import type { Review } from '../../src/app/review.ts'
import { startReview } from '../../src/app/start-review.ts'
import { summarizeToday } from '../../src/app/summarize-today.ts'
import { undoLast } from '../../src/app/undo-last.ts'
import { studyDayOf } from '../../src/core/day.ts'
import { spentOf } from '../../src/core/day-totals.ts'
import { roleOf, summarizeInterview } from '../../src/core/interview.ts'
import type { Rating } from '../../src/core/rating.ts'
import { reviewsOf } from '../store/reviews-of.ts'
import { daysLater, openTestDeps } from './open-test-deps.ts'

const INTERVIEW: ReviewOptions = { decks: [], newCards: undefined, limit: undefined, mode: 'interview' }

const topic = (name: string) => `
## ${name}/two
Q: Why is ${name} used?
A: Because.

## ${name}/four
Q: ${name} of @{a} and 1?
let a = int(2, 9)
answer = a + 1
A: @{a + 1}

## ${name}/three
Q: What is the price of ${name}?
A: Time.

## ${name}/one
Q: Which idea is ${name}?
A: This one.

## ${name}/one-more
Q: Which other idea is in ${name}?
A: That one.
`

const decks = Object.fromEntries(['adam', 'nms', 'iou', 'sgd', 'fpn'].map((name) => [name, topic(name)]))

function answerAll(deps: ReturnType<typeof openTestDeps>, rating: (id: string) => Rating): Review {
  let review = startReview(deps, INTERVIEW)
  while (review.current.kind !== 'finished') {
    deps.clock.at += 10_000
    review = answerCard(deps, revealAnswer(deps, review), rating(review.current.card.id))
  }
  return review
}

describe('an interview', () => {
  test('asks three topics in the order definition, why, trade-off, follow-up', () => {
    const deps = openTestDeps(decks)
    const { answers } = answerAll(deps, () => 'good')
    expect(answers.map(({ card }) => roleOf(card))).toEqual(
      [1, 2, 3].flatMap(() => ['definition', 'why', 'trade-off', 'follow-up']),
    )
    const topics = answers.map(({ card }) => card.deck)
    expect(new Set(topics).size).toBe(3)
    expect(topics).toEqual([...topics].sort((one, other) => topics.indexOf(one) - topics.indexOf(other)))
  })

  test('asks nothing twice, also what was not recalled, and records each answer', () => {
    const deps = openTestDeps(decks)
    const { answers } = answerAll(deps, () => 'again')
    expect(new Set(answers.map(({ card }) => card.id)).size).toBe(12)
    expect(reviewsOf(deps.store)).toHaveLength(12)
  })

  test('takes the card of a role that is recalled with the least certainty', () => {
    const deps = openTestDeps({ adam: topic('adam') })
    const first = answerAll(deps, () => 'easy').answers[0]?.card.id
    const second = answerAll(deps, () => 'easy').answers[0]?.card.id
    expect([first, second].sort()).toEqual(['adam/one', 'adam/one-more'])
  })

  test('ends with what to revise, by topic, the weakest first', () => {
    const deps = openTestDeps(decks)
    const order = answerAll(deps, () => 'good').answers.map(({ card }) => card.deck)
    const weak = order[8]
    const again = openTestDeps(decks)
    const { answers } = answerAll(again, (id) => (id.startsWith(`${weak}/`) ? 'again' : 'easy'))
    const [first, ...rest] = summarizeInterview(answers)
    expect(first).toMatchObject({ deck: weak, asked: 4, recalled: 0, meanMs: 10_000 })
    expect(first?.revise).toHaveLength(4)
    expect(rest.flatMap(({ revise }) => revise)).toEqual([])
  })

  test('spends none of the new cards and reviews of the day', () => {
    const deps = openTestDeps(decks)
    const { answers } = answerAll(deps, () => 'easy')
    expect(summarizeToday(deps)).toMatchObject({
      reviewedToday: answers.length,
      newCards: { seen: 0, limit: 10, unseen: 13 },
      due: { fresh: 10 },
    })
    daysLater(deps, 30)
    const due = summarizeToday(deps).due.reviews
    answerAll(deps, () => 'good')
    expect(due).toBeGreaterThan(0)
    expect(spentOf(deps.store.history.totalsOn(studyDayOf(deps.now())))).toEqual({ newCards: 0, reviews: 0 })
    expect(deps.store.drifted()).toEqual([])
  })

  test('can take an answer back', () => {
    const deps = openTestDeps(decks)
    const start = startReview(deps, INTERVIEW)
    const answered = answerCard(deps, revealAnswer(deps, start), 'again')
    const undone = undoLast(deps, answered)
    expect(undone.answers).toEqual([])
    expect(undone.current).toMatchObject({
      card: { id: start.current.kind === 'asking' && start.current.card.id },
    })
  })
})
