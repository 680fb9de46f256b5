import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CardId } from '../../src/core/ids.ts'
import { orderNewCards, type Topic } from '../../src/core/order-new-cards.ts'

const card = (deck: number, at: number) => `deck-${deck}/card-${at}` as CardId

function topicOf(
  deck: number,
  size: number,
  rest: Omit<Topic, 'deck'>,
  after: { readonly [card: CardId]: readonly CardId[] } = {},
): Topic {
  const cards = Array.from({ length: size }, (_, at) => card(deck, at))
  const name = `deck-${deck}`
  const title = { en: name, zh: name }
  return {
    deck: {
      name,
      title,
      group: 'all',
      path: '',
      beyond: false,
      weight: 1,
      cards,
      size: cards.length,
      digest: '',
      after: (id) => after[id] ?? [],
    },
    ...rest,
  }
}

/** As a learner goes on: `counts` cards a session, and nothing carried over but what was seen. */
function learn(topics: readonly Topic[], counts: readonly number[], needed: readonly CardId[] = []) {
  const seen: CardId[] = []
  for (const count of counts) {
    const known = new Set(seen)
    const deckOf = (id: CardId) => topics.find(({ deck }) => deck.cards.includes(id))?.deck
    const carried = topics.map((topic) => ({
      ...topic,
      seen: topic.seen + topic.deck.cards.filter((id) => known.has(id)).length,
    }))
    const order = orderNewCards({
      topics: carried,
      deckOf,
      needed,
      isWaiting: (id) => !known.has(id) && deckOf(id) !== undefined,
      take: () => undefined,
      count,
    })
    seen.push(...order.needed, ...order.others)
  }
  return seen
}

const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 })
const sessions = fc.array(fc.nat(12), { maxLength: 30 })
const links = fc.array(fc.tuple(fc.nat(3), fc.nat(5), fc.nat(3), fc.nat(5)), { maxLength: 30 })

function linked(drawn: typeof links extends fc.Arbitrary<infer T> ? T : never): readonly Topic[] {
  return [0, 1, 2, 3].map((deck) => {
    const after: { [id: CardId]: readonly CardId[] } = {}
    for (const [from, at, to, first] of drawn) {
      if (from === deck) after[card(deck, at)] = [...(after[card(deck, at)] ?? []), card(to, first)]
    }
    return topicOf(deck, 6, { seen: 0, weight: deck + 1, choice: 'usual' }, after)
  })
}

describe('new cards', () => {
  test('wait no longer than their share, however the days and sessions are cut', () => {
    fc.assert(
      fc.property(weights, sessions, (drawn, counts) => {
        const topics = drawn.map((weight, at) => topicOf(at, 400, { seen: 0, weight, choice: 'usual' }))
        const order = learn(topics, counts)
        const all = drawn.reduce((sum, weight) => sum + weight, 0)
        drawn.forEach((weight, deck) => {
          const places = order.flatMap((id, at) => (id.startsWith(`deck-${deck}/`) ? [at + 1] : []))
          for (const [at, place] of places.entries())
            expect(place).toBeLessThanOrEqual(((at + 1) * all) / weight)
          expect(places.length).toBeGreaterThanOrEqual(Math.floor((order.length * weight) / all))
        })
      }),
    )
  })

  test('are each asked once, and none before what it builds on, unless it builds on itself', () => {
    fc.assert(
      fc.property(links, sessions, (drawn, counts) => {
        const forward = drawn.filter(([from, at, to, first]) => to * 6 + first < from * 6 + at)
        const order = learn(linked(forward), counts)
        expect(new Set(order).size).toBe(order.length)
        for (const [from, at, to, first] of forward) {
          const [later, sooner] = [order.indexOf(card(from, at)), order.indexOf(card(to, first))]
          if (later >= 0) expect(sooner).toBeLessThan(later)
          if (later >= 0) expect(sooner).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  test('are all asked in the end, also those that wait for each other', () => {
    fc.assert(
      fc.property(links, (drawn) => {
        expect(learn(linked(drawn), [7, 7, 7, 7])).toHaveLength(24)
      }),
    )
  })

  test('begin with what is needed, behind what that builds on', () => {
    const after = { [card(0, 4)]: [card(1, 1)], [card(1, 1)]: [card(0, 2)] }
    const topics = [0, 1].map((deck) => topicOf(deck, 6, { seen: 0, weight: 1, choice: 'usual' }, after))
    expect(learn(topics, [3], [card(0, 4)])).toEqual([card(0, 2), card(1, 1), card(0, 4)])
  })

  test('come from chosen decks before all others', () => {
    const rule = { seen: 0, weight: 1 }
    const topics = [
      topicOf(0, 2, { ...rule, choice: 'usual' }),
      topicOf(1, 2, { ...rule, choice: 'chosen', seen: 50 }),
      topicOf(2, 2, { ...rule, choice: 'chosen' }),
    ]
    const decks = learn(topics, [2, 4]).map((id) => id.slice(0, 6))
    expect(new Set(decks.slice(0, 4))).toEqual(new Set(['deck-1', 'deck-2']))
    expect(decks).toHaveLength(6)
  })

  test('of a deck that was added late alternate with the others', () => {
    const old = { seen: 40, weight: 1, choice: 'usual' } as const
    const topics = [topicOf(0, 90, old), topicOf(1, 90, old), topicOf(2, 90, { ...old, seen: 0 })]
    const decks = learn(topics, [10]).map((id) => id.slice(0, 6))
    expect(decks.filter((deck) => deck === 'deck-2')).toHaveLength(5)
  })

  test('that build on thousands of others before them are found', () => {
    const size = 20_000
    const after = Object.fromEntries(
      Array.from({ length: size - 1 }, (_, at) => [card(0, at), [card(0, at + 1)]]),
    )
    const { deck } = topicOf(0, size, { seen: 0, weight: 1, choice: 'usual' }, after)
    const order = orderNewCards({
      topics: [{ deck, seen: 0, weight: 1, choice: 'usual' }],
      deckOf: () => deck,
      needed: [],
      isWaiting: () => true,
      take: () => undefined,
      count: 1,
    })
    expect(order.others).toEqual([card(0, size - 1)])
  })
})
