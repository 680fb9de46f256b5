import fc from 'fast-check'
import { forgetting_curve } from 'ts-fsrs'
import { expect, test } from 'vitest'
import { UNSEEN_EXERCISE } from '../../../src/core/exercise-state.ts'
import { type MemoryTrace, NEW, type ReviewMemory } from '../../../src/core/memory.ts'
import { INITIAL_PARAMETERS } from '../../../src/core/parameters-by-scope.ts'
import { createScheduler } from '../../../src/core/scheduler.ts'
import { masteryOf } from '../../../src/core/statistics/mastery.ts'

const TODAY = 20_000
const schedulers = {
  cards: createScheduler(INITIAL_PARAMETERS.cards),
  exercises: createScheduler(INITIAL_PARAMETERS.exercises),
}
const DECK = {
  name: 'adam',
  title: { en: 'Adam', zh: 'Adam' },
  group: 'optimisers',
  path: 'adam.md',
  beyond: false,
  weight: 1,
  cards: [],
  size: 0,
  digest: '',
  after: () => [],
}

const seen = fc.record({
  kind: fc.constantFrom('review' as const, 'learning' as const),
  stability: fc.double({ min: 0.1, max: 400, noNaN: true }),
  lastDay: fc.integer({ min: TODAY - 900, max: TODAY }),
})

function recallOf(memory: Pick<MemoryTrace, 'stability' | 'lastDay'> | undefined): number {
  const { weights } = INITIAL_PARAMETERS.cards
  return memory ? forgetting_curve([...weights], TODAY - memory.lastDay, memory.stability) : 0
}

const rated = (stability: number, lastDay: number): ReviewMemory => ({
  kind: 'review',
  stability,
  lastDay,
  lastReview: 0,
  difficulty: 5,
  reps: 1,
  lapses: 0,
  dueDay: TODAY,
  intervalDays: 1,
})

test('a topic is mastered as its cards are, and half by its exercises where it has any', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(seen, { nil: undefined }), { minLength: 1, maxLength: 20 }),
      fc.array(fc.tuple(fc.option(seen, { nil: undefined }), fc.nat(3)), { maxLength: 5 }),
      (cards, tried) => {
        const exercises = tried.map(([memory, accepted]) => ({
          accepted,
          state: { ...UNSEEN_EXERCISE, memory: memory ? rated(memory.stability, memory.lastDay) : NEW },
        }))
        const mastery = masteryOf(DECK, cards, exercises, TODAY, schedulers)
        const sum = (memories: readonly Parameters<typeof recallOf>[0][]) =>
          memories.reduce((total, memory) => total + recallOf(memory), 0)
        const recall = sum(cards) / cards.length
        const solved = tried.length === 0 ? 0 : sum(tried.map(([memory]) => memory)) / tried.length
        expect(mastery.recall).toBeCloseTo(recall, 9)
        expect(mastery.exercises.recall).toBeCloseTo(solved, 9)
        expect(mastery.mastery).toBeCloseTo(tried.length === 0 ? recall : 0.5 * recall + 0.5 * solved, 9)
        expect(mastery.exercises).toMatchObject({
          total: tried.length,
          accepted: tried.filter(([, accepted]) => accepted > 0).length,
        })
        expect([mastery.total, mastery.seen]).toEqual([cards.length, cards.filter(Boolean).length])
        expect(mastery.stable).toBe(
          cards.filter((card) => card?.kind === 'review' && card.stability >= 7).length,
        )
      },
    ),
  )
})
