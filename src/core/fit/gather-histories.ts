import { type StudyDay, studyDayOf } from '../day.ts'
import type { Event } from '../event.ts'
import type { CardId } from '../ids.ts'
import { createRandom } from '../random.ts'
import type { StudiedReview, StudyHistory } from './samples.ts'

/** Reviews that are held at most; ten times as many fit no better. */
const MOST = 100_000

export interface Gathered {
  /** Of all cards, or where there are too many reviews of a part of them that is drawn by the cards' ids. */
  readonly histories: readonly StudyHistory[]
  /** In the log, without those that a card was made new after. */
  readonly reviews: number
}

/**
 * Takes the events that stand, in order, and holds the histories that a model may be fitted on, as the
 * reference optimiser filters them: each from a card's first review, and where it was made new again from the
 * first one after that. Memory does not grow with the log.
 */
export function createGathering(most = MOST) {
  const cards = new Map<CardId, Growing>()
  const unknown = new Set<CardId>()
  let share = 1
  let held = 0
  let reviews = 0

  function add(event: Event): void {
    if (event.kind === 'forget' || event.kind === 'memory') cutOff(event)
    if (event.kind !== 'review') return
    reviews++
    if (unknown.has(event.card) || !isDrawn(event.card, share)) return
    const day = studyDayOf(event)
    const growing = cards.getOrInsertComputed(event.card, () => ({ history: [], lastDay: day }))
    // A clock that went back must not give a negative interval.
    const elapsedDays = Math.max(0, day - growing.lastDay)
    growing.history.push({ at: event.at, rating: event.rating, elapsedDays })
    growing.lastDay = day
    if (++held > most) thinOut()
  }

  /**
   * What came before a memory that another program held is not known, so that nothing is learnt from what
   * follows either.
   */
  function cutOff(event: Event & { readonly kind: 'forget' | 'memory' }): void {
    if (event.kind === 'forget') unknown.delete(event.card)
    else if (event.whole) return
    else unknown.add(event.card)
    forget(event.card)
  }

  function forget(card: CardId): void {
    held -= cards.get(card)?.history.length ?? 0
    cards.delete(card)
  }

  function thinOut(): void {
    share /= 2
    for (const card of cards.keys()) if (!isDrawn(card, share)) forget(card)
  }

  return {
    add,
    result: (): Gathered => ({ histories: [...cards.values()].map(({ history }) => history), reviews }),
  }
}

interface Growing {
  readonly history: StudiedReview[]
  lastDay: StudyDay
}

function isDrawn(card: CardId, share: number): boolean {
  return share === 1 || createRandom(`fit:${card}`).real() < share
}
