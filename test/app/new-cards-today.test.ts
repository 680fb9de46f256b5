import { describe, expect, test } from 'vitest'
import { answerCard } from '../../src/app/answer-card.ts'
import { setSuspended } from '../../src/app/change-card.ts'
import { changeSetting } from '../../src/app/change-setting.ts'
import { chooseTopic } from '../../src/app/change-topic.ts'
import type { Deps } from '../../src/app/deps.ts'
import { lookAhead } from '../../src/app/look-ahead.ts'
import { allowTenMore } from '../../src/app/new-cards-today.ts'
import { revealAnswer } from '../../src/app/reveal-answer.ts'
import { startReview } from '../../src/app/start-review.ts'
import { summarizeToday } from '../../src/app/summarize-today.ts'
import { emptyQueueText } from '../../src/ui/plain/queue-text.ts'
import { todayText } from '../../src/ui/plain/today-text.ts'
import { drive } from '../ui/drive-screens.ts'
import { daysLater, openTestDeps } from './open-test-deps.ts'

const WHOLE = { decks: [], newCards: undefined, limit: undefined, mode: 'scheduled' } as const

function deck(name: string, cards: number): string {
  const notes = Array.from({ length: cards }, (_, at) => `## ${name}/card-${at}\nQ: Which ${at}?\nA: This.\n`)
  return notes.join('\n')
}

/** Two decks of twenty. */
function learner() {
  return openTestDeps({ adam: deck('adam', 20), nms: deck('nms', 20) })
}

function reviewAll(deps: Deps): number {
  let review = startReview(deps, WHOLE)
  while (review.current.kind !== 'finished') review = answerCard(deps, revealAnswer(deps, review), 'easy')
  return review.answers.length
}

const unseenIn = (deps: Deps, ...decks: readonly string[]) => lookAhead(deps, decks).newCards.unseen

describe('what is unseen', () => {
  test('is no card that was seen, is suspended, or is of an excluded topic', () => {
    const deps = learner()
    reviewAll(deps)
    expect(unseenIn(deps)).toBe(30)
    expect(unseenIn(deps, 'nms')).toBe(15)
    setSuspended(deps, 'nms/card-19', true)
    expect(unseenIn(deps)).toBe(29)
    chooseTopic(deps, ['nms'], 'excluded')
    expect(unseenIn(deps)).toBe(15)
    expect(unseenIn(deps, 'nms'), 'named by the learner').toBe(14)
  })
})

describe('ten more', () => {
  test('are allowed for the day, in every session and every process, and for no other day', () => {
    const deps = learner()
    expect(reviewAll(deps)).toBe(10)
    expect(reviewAll(deps)).toBe(0)
    allowTenMore(deps)
    const other = deps.again()
    expect(summarizeToday(other)).toMatchObject({ newCards: { seen: 10, limit: 20 }, due: { fresh: 10 } })
    expect(reviewAll(other)).toBe(10)
    expect(deps.store.drifted()).toEqual([])
    deps.store.rebuild()
    expect(summarizeToday(deps).newCards).toEqual({ seen: 20, limit: 20, unseen: 20 })
    daysLater(deps, 1)
    expect(summarizeToday(deps).newCards).toEqual({ seen: 0, limit: 10, unseen: 20 })
  })

  test('are offered where the limit keeps cards back, and nowhere else', () => {
    const deps = learner()
    expect(drive(deps, { kind: 'home' }).text()).not.toContain('new today')
    reviewAll(deps)
    expect(todayText(deps, summarizeToday(deps))).toContain(
      '10 of 10 new today; 30 unseen; `anneal review --new 20` for ten more.',
    )
    expect(emptyQueueText(deps, summarizeToday(deps).newCards)).toBe(
      'There is nothing to review now.\n10 of 10 new today; 30 unseen; `anneal review --new 20` for ten more.',
    )
    const home = drive(deps, { kind: 'home' })
    expect(home.text()).toContain('10 of 10 new today; 30 unseen; `m` for ten more.')
    home.press('m')
    expect(home.text()).toContain('10 cards to review (10 new)')
    expect(home.text()).not.toContain('new today')
  })
})

describe('the pace', () => {
  const paceOf = (deps: Deps) => summarizeToday(deps).pace
  const inDays = (deps: Deps, date: string) => changeSetting(deps, 'interview', date)

  test('is known once there is a date', () => {
    const deps = learner()
    expect(paceOf(deps)).toBeUndefined()
    inDays(deps, '2026-11-27')
    expect(paceOf(deps)).toEqual({ perDay: 10, seen: 30, of: 40 })
    expect(todayText(deps, summarizeToday(deps))).toContain(
      'at 10 a day you will have seen 30 of 40 cards by the',
    )
    changeSetting(deps, 'locale', 'zh')
    expect(todayText(deps, summarizeToday(deps))).toContain('按每天 10 张，到面试时将学过 30 张，共 40 张')
  })

  test('counts what today has had once, and no more cards than there are', () => {
    const deps = learner()
    inDays(deps, '2026-11-27')
    reviewAll(deps)
    expect(paceOf(deps)).toEqual({ perDay: 10, seen: 30, of: 40 })
    inDays(deps, '2027-02-01')
    expect(paceOf(deps)).toEqual({ perDay: 10, seen: 40, of: 40 })
    inDays(deps, '2026-11-24')
    expect(paceOf(deps)).toBeUndefined()
  })
})
