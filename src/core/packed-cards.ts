import type { CardState } from './card-state.ts'
import type { CardId } from './ids.ts'
import { type Memory, NEW, type SeenMemory } from './memory.ts'

/** What a fold says of cards: a Map, or packed. */
export interface CardStates extends Iterable<readonly [CardId, CardState]> {
  readonly get: (id: CardId) => CardState | undefined
}

export interface FoldedCards extends CardStates {
  readonly set: (id: CardId, state: CardState) => unknown
}

const KINDS = ['new', 'learning', 'review', 'relearning'] as const
const WIDTH = 12

/**
 * States as numbers in one array, for a fold of the whole log. As objects they live just long enough that the
 * collector looks for those left behind only after hundreds of megabytes of them.
 */
export function createPackedCards(): FoldedCards {
  const places = new Map<CardId, number>()
  let numbers = new Float64Array(1024 * WIDTH)
  const at = (place: number): CardState => unpack(numbers, place * WIDTH)

  function placeOf(id: CardId): number {
    const known = places.get(id)
    if (known !== undefined) return known
    const place = places.size
    places.set(id, place)
    if (places.size * WIDTH > numbers.length) numbers = grown(numbers)
    return place
  }

  return {
    get: (id) => {
      const place = places.get(id)
      return place === undefined ? undefined : at(place)
    },
    set: (id, state) => {
      // The place is asked for first: it may move the numbers.
      const place = placeOf(id)
      pack(state, numbers, place * WIDTH)
    },
    *[Symbol.iterator]() {
      for (const [id, place] of places) yield [id, at(place)] as const
    },
  }
}

function grown(numbers: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(2 * numbers.length)
  larger.set(numbers)
  return larger
}

function pack({ memory, suspended, buriedOn, leech }: CardState, numbers: Float64Array, at: number): void {
  numbers[at] = KINDS.indexOf(memory.kind)
  if (memory.kind !== 'new') packSeen(memory, numbers, at)
  numbers[at + 9] = Number(suspended)
  numbers[at + 10] = buriedOn ?? Number.NaN
  numbers[at + 11] = Number(leech)
}

function packSeen(memory: SeenMemory, numbers: Float64Array, at: number): void {
  numbers[at + 1] = memory.stability
  numbers[at + 2] = memory.difficulty
  numbers[at + 3] = memory.lastReview
  numbers[at + 4] = memory.lastDay
  numbers[at + 5] = memory.reps
  numbers[at + 6] = memory.lapses
  numbers[at + 7] = memory.kind === 'review' ? memory.dueDay : memory.due
  numbers[at + 8] = memory.kind === 'review' ? memory.intervalDays : memory.step
}

function unpack(numbers: Float64Array, at: number): CardState {
  const number = (column: number) => numbers[at + column] as number
  const buriedOn = number(10)
  return {
    memory: unpackMemory(number),
    suspended: number(9) === 1,
    buriedOn: Number.isNaN(buriedOn) ? undefined : buriedOn,
    leech: number(11) === 1,
  }
}

function unpackMemory(number: (column: number) => number): Memory {
  const kind = KINDS[number(0)] ?? 'new'
  if (kind === 'new') return NEW
  const seen = {
    stability: number(1),
    difficulty: number(2),
    lastReview: number(3),
    lastDay: number(4),
    reps: number(5),
    lapses: number(6),
  }
  return kind === 'review'
    ? { kind, ...seen, dueDay: number(7), intervalDays: number(8) }
    : { kind, ...seen, due: number(7), step: number(8) }
}
