import { describe, expect, test } from 'vitest'
import { answerCard, buryCard, suspendCard } from '../../src/app/answer-card.ts'
import type { Deps } from '../../src/app/deps.ts'
import type { ReviewOptions } from '../../src/app/open-session.ts'
import { revealAnswer } from '../../src/app/reveal-answer.ts'
import { cardsLeft, type Review } from '../../src/app/review.ts'
import { startReview } from '../../src/app/start-review.ts'
import { summarizeToday } from '../../src/app/summarize-today.ts'
import { undoLast } from '../../src/app/undo-last.ts'
import { studyDayOf } from '../../src/core/day.ts'
import type { CardId } from '../../src/core/ids.ts'
import { RATINGS, type Rating } from '../../src/core/rating.ts'
import { daysLater, NOON, openTestDeps } from './open-test-deps.ts'

const ALL: ReviewOptions = { decks: [], newCards: undefined, limit: undefined, mode: 'scheduled' }

const basic = (deck: string, count: number) =>
  Array.from(
    { length: count },
    (_, at) => `## ${deck}/card-${at}\nQ: Question ${at} of ${deck}?\nA: Answer ${at}.\n`,
  ).join('\n')

function rate(deps: Deps, review: Review, rating: Rating): Review {
  return answerCard(deps, revealAnswer(deps, review), rating)
}

const shownId = ({ current }: Review) => (current.kind === 'finished' ? undefined : current.card.id)

/** Answers all that comes today with one rating and returns the cards in the order in which they were asked. */
function rateAll(deps: Deps, rating: Rating): readonly (CardId | undefined)[] {
  const asked: (CardId | undefined)[] = []
  for (
    let review = startReview(deps, ALL);
    review.current.kind !== 'finished';
    review = rate(deps, review, rating)
  ) {
    asked.push(shownId(review))
    if (asked.length > 200) throw new Error('the session does not end')
  }
  return asked
}

describe('a review session', () => {
  test('stores what each key showed', () => {
    for (const rating of RATINGS) {
      const deps = openTestDeps({ adam: basic('adam', 1) })
      rate(deps, startReview(deps, ALL), 'easy')
      daysLater(deps, 20)
      const revealed = revealAnswer(deps, startReview(deps, ALL))
      if (revealed.current.kind !== 'revealed') throw new Error('nothing was asked')
      const { previews, card } = revealed.current
      answerCard(deps, revealed, rating)
      expect(deps.store.card(card.id).memory).toEqual(previews[rating])
    }
  })

  test('keeps what the key showed when the study day turns over between the two', () => {
    const deps = openTestDeps({ adam: basic('adam', 1) })
    rate(deps, startReview(deps, ALL), 'easy')
    daysLater(deps, 20)
    deps.clock.at = Math.floor(deps.clock.at / 86_400_000) * 86_400_000 + (28 - 0.01) * 3_600_000
    const revealed = revealAnswer(deps, startReview(deps, ALL))
    if (revealed.current.kind !== 'revealed') throw new Error('nothing was asked')
    const shown = revealed.current.previews.good
    deps.clock.at += 3_600_000
    answerCard(deps, revealed, 'good')
    expect(deps.store.card(revealed.current.card.id).memory).toEqual(shown)
  })

  test('asks at most so many new cards a day as the setting says, and again the next day', () => {
    const deps = openTestDeps({ adam: basic('adam', 9), nms: basic('nms', 9) })
    deps.store.configure('new-per-day', '4', deps.now())
    expect(rateAll(deps, 'easy')).toEqual(['adam/card-0', 'nms/card-0', 'adam/card-1', 'nms/card-1'])
    expect(rateAll(deps, 'easy')).toEqual([])
    daysLater(deps, 1)
    expect(rateAll(deps, 'easy')).toEqual(['adam/card-2', 'nms/card-2', 'adam/card-3', 'nms/card-3'])
  })

  test('brings a card on steps of minutes back in the same session', () => {
    const deps = openTestDeps({ adam: basic('adam', 2) })
    let review = rate(deps, startReview(deps, ALL), 'again')
    expect(shownId(review)).toBe('adam/card-1')
    review = rate(deps, review, 'easy')
    expect(shownId(review)).toBe('adam/card-0')
    review = rate(deps, review, 'good')
    review = rate(deps, review, 'good')
    expect(review.current).toEqual({ kind: 'finished', laterAt: undefined })
    expect(review.answers).toHaveLength(4)
  })

  test('undoes answers one by one, back to the first card and the first state', () => {
    const deps = openTestDeps({ adam: basic('adam', 3) })
    const start = startReview(deps, ALL)
    let review = start
    for (const rating of ['good', 'again', 'easy', 'good'] as const) review = rate(deps, review, rating)
    for (let at = 0; at < 4; at++) review = undoLast(deps, review)
    expect(shownId(review)).toBe(shownId(start))
    expect(cardsLeft(review)).toBe(cardsLeft(start))
    expect(review.answers).toHaveLength(0)
    for (const state of deps.store.cards().values()) expect(state.memory.kind).toBe('new')
    expect(undoLast(deps, review)).toBe(review)
  })

  test('hides a suspended card for good, a buried one until tomorrow, and undoes both', () => {
    const deps = openTestDeps({ adam: basic('adam', 3) })
    let review = suspendCard(deps, startReview(deps, ALL))
    review = buryCard(deps, review)
    expect(shownId(review)).toBe('adam/card-2')
    expect(cardsLeft(startReview(deps, ALL))).toBe(1)
    daysLater(deps, 1)
    expect(cardsLeft(startReview(deps, ALL))).toBe(2)
    review = undoLast(deps, undoLast(deps, review))
    expect(shownId(review)).toBe('adam/card-0')
    expect(cardsLeft(startReview(deps, ALL))).toBe(3)
  })

  test('shows only one card of a note a day', () => {
    const deps = openTestDeps({
      adam: '## adam/moments\nC: Adam keeps [1: the mean] and [2: the square] of gradients.\n',
    })
    expect(rateAll(deps, 'easy')).toEqual(['adam/moments'])
    expect(summarizeToday(deps).due.fresh).toBe(0)
    daysLater(deps, 1)
    expect(rateAll(deps, 'easy')).toEqual(['adam/moments#2'])
  })

  test('asks the relatively most overdue card first', () => {
    const deps = openTestDeps({ adam: basic('adam', 2) })
    let review = rate(deps, startReview(deps, ALL), 'easy')
    review = rate(deps, review, 'easy')
    daysLater(deps, 9)
    // The first is recalled on time and so waits for weeks; the second was not seen since.
    const first = startReview(deps, ALL)
    const early = shownId(first)
    rate(deps, first, 'easy')
    daysLater(deps, 60)
    const [mostOverdue] = rateAll(deps, 'good')
    expect(mostOverdue).not.toBe(early)
  })

  test('asks no card before those that should be known first', () => {
    const deps = openTestDeps({
      adam: '## adam/late\nafter: adam/early\nQ: Late?\nA: Yes.\n\n## adam/early\nQ: Early?\nA: Yes.\n',
    })
    expect(rateAll(deps, 'easy')).toEqual(['adam/early', 'adam/late'])
  })

  test('suspends a leech at its eighth lapse', () => {
    const deps = openTestDeps({ adam: basic('adam', 1) })
    rate(deps, startReview(deps, ALL), 'easy')
    for (let lapse = 1; lapse <= 8; lapse++) {
      daysLater(deps, 100)
      expect(deps.store.card('adam/card-0' as CardId).suspended).toBe(false)
      const review = rate(deps, startReview(deps, ALL), 'again')
      if (lapse < 8) rate(deps, review, 'good')
    }
    expect(deps.store.card('adam/card-0' as CardId)).toMatchObject({
      leech: true,
      suspended: true,
      memory: { lapses: 8 },
    })
    daysLater(deps, 100)
    expect(cardsLeft(startReview(deps, ALL))).toBe(0)
  })

  test('that crams touches nothing', () => {
    const deps = openTestDeps({ adam: basic('adam', 3) })
    let review = startReview(deps, { ...ALL, mode: 'cram' })
    review = rate(deps, review, 'again')
    expect(cardsLeft(review)).toBe(3)
    while (review.current.kind !== 'finished') review = rate(deps, review, 'good')
    expect(deps.store.countEvents()).toBe(0)
  })

  test('that studies ahead asks what comes next, and touches nothing', () => {
    const deps = openTestDeps({ adam: basic('adam', 6) })
    const rateSome = (count: number, ratings: Rating) => {
      let review = startReview(deps, { ...ALL, limit: count })
      while (review.current.kind !== 'finished') review = rate(deps, review, ratings)
    }
    rateSome(2, 'easy')
    daysLater(deps, 1)
    rateSome(2, 'easy')
    daysLater(deps, 1)
    rateSome(1, 'easy')
    const today = studyDayOf(deps.now())
    const days = [...deps.store.cards().values()]
      .map(({ memory }) => memory)
      .flatMap((memory) =>
        memory.kind === 'review' && memory.lastDay !== today ? [memory.dueDay - today] : [],
      )
    const events = deps.store.countEvents()
    const asked = (aheadDays: number) => startReview(deps, { ...ALL, mode: 'ahead', aheadDays })
    expect(days).toHaveLength(4)
    for (const within of [1, ...days, 60])
      expect(cardsLeft(asked(within))).toBe(days.filter((day) => day <= within).length)
    let review = rate(deps, asked(60), 'again')
    expect(cardsLeft(review)).toBe(4)
    while (review.current.kind !== 'finished') review = rate(deps, review, 'good')
    expect(deps.store.countEvents()).toBe(events)
  })

  test('goes on when another process answered the card meanwhile', () => {
    const deps = openTestDeps({ adam: basic('adam', 2) })
    const review = startReview(deps, ALL)
    const other = deps.again()
    rate(other, startReview(other, ALL), 'easy')
    const after = rate(deps, review, 'again')
    expect(shownId(after)).toBe('adam/card-1')
    expect(deps.store.countEvents()).toBe(1)
  })

  test('takes only the decks of a group, and says which there are', () => {
    const deps = openTestDeps({
      adam: `---\ngroup: optimisers\n---\n${basic('adam', 1)}`,
      nms: basic('nms', 1),
    })
    expect(shownId(startReview(deps, { ...ALL, decks: ['optimisers'] }))).toBe('adam/card-0')
    expect(() => startReview(deps, { ...ALL, decks: ['sgd'] })).toThrow('There is no deck "sgd".')
  })

  test('is counted in the summary of the day', () => {
    const deps = openTestDeps({ adam: basic('adam', 2) })
    expect(summarizeToday(deps)).toMatchObject({ due: { fresh: 2 }, streak: 0, reviewedToday: 0 })
    rateAll(deps, 'easy')
    expect(summarizeToday(deps)).toMatchObject({ due: { fresh: 0, reviews: 0 }, streak: 1, reviewedToday: 2 })
    daysLater(deps, 1)
    expect(summarizeToday(deps).streak).toBe(1)
    daysLater(deps, 1)
    expect(summarizeToday(deps).streak).toBe(0)
    expect(deps.clock.at).toBeGreaterThan(NOON)
  })
})
