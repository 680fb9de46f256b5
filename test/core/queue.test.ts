import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CardId } from '../../src/core/ids.ts'
import { mainOrder, type Queue } from '../../src/core/queue.ts'
import { nextCard, remaining, startSession } from '../../src/core/session.ts'

const ids = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${prefix}/${at}` as CardId)

const queue = fc.tuple(fc.nat(4), fc.nat(40), fc.nat(15), fc.nat(5), fc.nat(5)).map(
  ([recalled, reviews, fresh, dueNeeded, newNeeded]): Queue => ({
    recalled: ids('recalled', recalled),
    learning: [],
    reviews: ids('review', reviews),
    fresh: ids('new', fresh),
    needed: [...ids('review', reviews).slice(0, dueNeeded), ...ids('new', fresh).slice(0, newNeeded)],
  }),
)

describe('the order of a day', () => {
  test('keeps every card once, each part in its own order', () => {
    fc.assert(
      fc.property(queue, (given) => {
        const order = mainOrder(given)
        const part = (prefix: string) => order.filter((id) => id.startsWith(prefix))
        expect(part('recalled')).toEqual(given.recalled)
        expect(part('review')).toEqual(given.reviews)
        expect(part('new')).toEqual(given.fresh)
        expect(order).toHaveLength(given.recalled.length + given.reviews.length + given.fresh.length)
      }),
    )
  })

  test('asks what the exercise of today needs before the rest', () => {
    fc.assert(
      fc.property(queue, (given) => {
        const { recalled, needed } = given
        expect(mainOrder(given).slice(0, recalled.length + needed.length)).toEqual([...recalled, ...needed])
      }),
    )
  })

  test('spreads the new cards evenly', () => {
    fc.assert(
      fc.property(queue, (given) => {
        const order = mainOrder({ ...given, recalled: [], needed: [] })
        const share = given.fresh.length / Math.max(1, order.length)
        order.forEach((_, at) => {
          const seen = order.slice(0, at + 1).filter((id) => id.startsWith('new')).length
          expect(Math.abs(seen - share * (at + 1))).toBeLessThanOrEqual(1)
        })
      }),
    )
  })

  test('is cut by a limit', () => {
    const given = {
      recalled: [],
      reviews: ids('review', 5),
      fresh: [],
      needed: [],
      learning: [{ card: 'a/b' as CardId, due: 9 }],
    }
    expect(remaining(startSession(given, 3))).toBe(3)
    expect(remaining(startSession(given, 0))).toBe(0)
  })
})

describe('the next card', () => {
  const learning = [{ card: 'a/b' as CardId, due: 1_000_000 }]
  test('is one whose step is over, before all others', () => {
    expect(nextCard({ waiting: ids('review', 1), learning }, 1_000_000)).toEqual({
      kind: 'card',
      card: 'a/b',
    })
    expect(nextCard({ waiting: ids('review', 1), learning }, 999_999)).toEqual({
      kind: 'card',
      card: 'review/0',
    })
  })
  test('comes early by up to twenty minutes when nothing else is left, and is named when it is later', () => {
    expect(nextCard({ waiting: [], learning }, 1_000_000 - 20 * 60_000)).toEqual({
      kind: 'card',
      card: 'a/b',
    })
    expect(nextCard({ waiting: [], learning }, 1_000_000 - 20 * 60_000 - 1)).toEqual({
      kind: 'finished',
      laterAt: 1_000_000,
    })
  })
})
