import fc from 'fast-check'
import { expect, test } from 'vitest'
import { schedulersIn } from '../../src/app/deps.ts'
import { knownCards } from '../../src/app/known-cards.ts'
import { studyDayOf } from '../../src/core/day.ts'
import type { CardId } from '../../src/core/ids.ts'
import { openTestDeps } from './open-test-deps.ts'

const note = (id: string) => `## ${id}\nQ: What is ${id}?\nA: ${id}.\n`
/** The last card of `nms` is called after another deck, as when it was moved. */
const DECKS = {
  adam: ['adam/a', 'adam/b', 'adam/c'],
  nms: ['nms/a', 'nms/b', 'adam/moved'],
  iou: ['iou/a', 'iou/b'],
  'iou-2': ['iou-2/a'],
}
const THERE = Object.values(DECKS).flat() as CardId[]
const STRANGERS = [
  'adam/gone',
  'iou/gone',
  'lost/a',
  'lost/b',
  'lost/c',
  'lost/d',
  'lost/e',
  'lost/f',
] as CardId[]

test.each([
  ['few that are gone', STRANGERS.slice(0, 3)],
  ['many that are gone', STRANGERS],
])('what was seen is known deck by deck as card by card: %s', (_, strangers) => {
  fc.assert(
    fc.property(fc.subarray([...THERE, ...strangers]), (reviewed) => {
      const deps = openTestDeps(
        Object.fromEntries(Object.entries(DECKS).map(([name, ids]) => [name, ids.map(note).join('\n')])),
      )
      for (const card of reviewed) {
        const change = { kind: 'review', rating: 'easy', durationMs: 1 } as const
        deps.store.recordCard(card, change, deps.now(), deps.store.card(card))
      }
      const known = knownCards(deps)
      for (const card of THERE) expect([card, known.isSeen(card)]).toEqual([card, reviewed.includes(card)])
      for (const card of reviewed) expect([card, known.isThere(card)]).toEqual([card, THERE.includes(card)])
      for (const deck of deps.content.decks) {
        if (deck.cards.some((card) => !reviewed.includes(card))) expect(known.open).toContain(deck)
      }
      const day = studyDayOf(deps.now()) + 5
      const { retrievability } = schedulersIn(deps).cards
      const recalls = THERE.reduce((sum, card) => sum + retrievability(deps.store.card(card).memory, day), 0)
      expect(known.recallsOn(day)).toBeCloseTo(recalls, 6)
    }),
    { numRuns: 40, examples: [[[]], [THERE], [[...THERE, ...strangers]], [[...THERE.slice(3, 6)]]] },
  )
})
