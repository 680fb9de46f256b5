import { type Moment, type StudyDay, studyDayOf } from './day.ts'
import type { CardEvent } from './event.ts'
import type { CardId } from './ids.ts'
import type { FoldedCards } from './packed-cards.ts'
import { type ParametersByScope, schedulerFor } from './parameters-by-scope.ts'
import { RATINGS } from './rating.ts'
import type { MemoryStrength, Scheduler } from './scheduler.ts'

export type Reweighing = ReturnType<typeof createReweighing>

/**
 * Keeps the histories of a fold's cards, two bytes and a link a review, for when other weights come into
 * force: a memory is then what these make of its whole history, while the day on which the card is due stays.
 */
export function createReweighing(cards: FoldedCards) {
  const histories = createHistories()
  /** Where a history begins that was cut off. */
  const bases = new Map<CardId, MemoryStrength>()

  return {
    /** Hears of each event of a card before its state changes. */
    note: (event: Moment & CardEvent): void => {
      if (event.kind === 'forget' || (event.kind === 'memory' && !event.whole)) {
        histories.clear(event.card)
        bases.delete(event.card)
      }
      if (event.kind === 'memory' && !event.whole) {
        const { stability, difficulty } = event
        bases.set(event.card, { stability, difficulty })
      }
      if (event.kind !== 'review') return
      const memory = cards.get(event.card)?.memory
      const day = studyDayOf(event)
      const lastDay: StudyDay = memory === undefined || memory.kind === 'new' ? day : memory.lastDay
      // A clock that went back gives no negative interval, as in the scheduler.
      histories.add(event.card, codeOf(Math.max(0, day - lastDay), RATINGS.indexOf(event.rating)))
    },
    /** Hears of parameters that come into force after others. */
    reweigh: (before: ParametersByScope, { cards: after }: ParametersByScope): void => {
      if (haveSameWeights(before.cards, after)) return
      const scheduler = schedulerFor(after)
      for (const [id, state] of cards) {
        const strength = strengthOf(histories.of(id), scheduler, bases.get(id))
        if (strength && state.memory.kind !== 'new') {
          cards.set(id, { ...state, memory: { ...state.memory, ...strength } })
        }
      }
    },
  }
}

type Weighed = { readonly weights: readonly number[] }

export function haveSameWeights({ weights: one }: Weighed, { weights: other }: Weighed): boolean {
  return one === other || (one.length === other.length && one.every((weight, at) => weight === other[at]))
}

/** In a number of 16 bits; 44 years count as longer ones do. */
function codeOf(elapsedDays: number, rating: number): number {
  return Math.min(elapsedDays, 0x3fff) * RATINGS.length + rating
}

function strengthOf(
  codes: readonly number[],
  { strengthen }: Scheduler,
  base: MemoryStrength | undefined,
): MemoryStrength | undefined {
  let strength = base
  for (const code of codes) {
    const rating = RATINGS[code % RATINGS.length] ?? 'good'
    strength = strengthen(strength, Math.floor(code / RATINGS.length), rating)
  }
  return strength
}

/** For each card its codes, linked from the last back to the first in two arrays for all. */
function createHistories() {
  const last = new Map<CardId, number>()
  let codes = new Uint16Array(16)
  let links = new Int32Array(16)
  let count = 0

  function grow(): void {
    const longerCodes = new Uint16Array(2 * count)
    longerCodes.set(codes)
    codes = longerCodes
    const longerLinks = new Int32Array(2 * count)
    longerLinks.set(links)
    links = longerLinks
  }

  return {
    add: (card: CardId, code: number): void => {
      if (count === codes.length) grow()
      codes[count] = code
      links[count] = last.get(card) ?? -1
      last.set(card, count++)
    },
    clear: (card: CardId): void => void last.delete(card),
    of: (card: CardId): readonly number[] => {
      const found: number[] = []
      for (let at = last.get(card) ?? -1; at >= 0; at = links[at] ?? -1) found.push(codes[at] ?? 0)
      return found.reverse()
    },
  }
}
