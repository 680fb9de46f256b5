import type { Card } from '../core/card.ts'
import { FLAG, flagKey, flagOf, LONGEST_NOTE } from '../core/card-flag.ts'
import type { CardState } from '../core/card-state.ts'
import { dayIn, type Moment, studyDayOf } from '../core/day.ts'
import type { CardChange } from '../core/event.ts'
import { type CardId, cardId } from '../core/ids.ts'
import type { ReviewMemory, SeenMemory } from '../core/memory.ts'
import { Problem } from '../core/problem.ts'
import type { Rating } from '../core/rating.ts'
import { LONGEST_SETTING } from '../core/settings.ts'
import type { Deps } from './deps.ts'
import { keepIdentity } from './keep-identity.ts'
import { previewRatings } from './preview-ratings.ts'
import { recordCard } from './record-card.ts'

/** Records one review of a card outside a session; durable when it returns. */
export function answerOne(deps: Deps, id: string, rating: Rating): SeenMemory {
  const now = deps.now()
  const card = cardNamed(deps, id)
  const { memory: before } = deps.store.card(card.id)
  const wanted = previewRatings(deps, card.id, before, now)[rating]
  const { memory } = change(deps, card, { kind: 'review', rating, durationMs: 0 }, now, wanted)
  if (memory.kind === 'new') throw new Error(`${id} is new after a review`)
  return memory
}

/** Keeps a card out of every queue, or takes it up again. */
export function setSuspended(deps: Deps, id: string, suspended: boolean): void {
  change(deps, cardNamed(deps, id), { kind: 'suspend', suspended })
}

/** Not shown again today. */
export function buryOne(deps: Deps, id: string): void {
  change(deps, cardNamed(deps, id), { kind: 'bury', day: studyDayOf(deps.now()) })
}

/** As if it had never been reviewed; its history stays in the log, and an undo brings it back. */
export function forgetCard(deps: Deps, id: string): void {
  change(deps, cardNamed(deps, id), { kind: 'forget' })
}

/**
 * Lets a card that was reviewed come back on another day: a date, or so many days from today.
 * @throws Problem for a card that never was
 */
export function setDue(deps: Deps, id: string, when: string): ReviewMemory {
  const day = dayIn(when, studyDayOf(deps.now()))
  const card = cardNamed(deps, id)
  if (deps.store.card(card.id).memory.kind === 'new') {
    throw new Problem(
      { en: `${id} was never reviewed.`, zh: `${id} 还没有复习过。` },
      {
        remedy: {
          en: 'A new card comes in its turn; review it first.',
          zh: '新卡片按序出现；请先复习一次。',
        },
      },
    )
  }
  const { memory } = change(deps, card, { kind: 'due', day })
  if (memory.kind === 'review') return memory
  throw new Error(`${id} is ${memory.kind} after its day was set`)
}

/** Marks a card as one to look at again, such as one that is wrong; no note: without one. */
export function flagCard(deps: Deps, id: string, note: string): void {
  setFlag(deps, id, note.trim() || FLAG)
}

/** The note of a card's flag; undefined where it has none. */
export function flagOn({ store }: Deps, card: CardId): string | undefined {
  return flagOf(card, store.settings())
}

export function unflagCard(deps: Deps, id: string): void {
  setFlag(deps, id, '')
}

function setFlag(deps: Deps, id: string, value: string): void {
  const card = cardNamed(deps, id)
  const key = flagKey(card.id)
  if (key.length > LONGEST_SETTING) {
    throw new Problem(
      { en: `The id ${id} is too long to be noted.`, zh: `id ${id} 太长，无法记录。` },
      { remedy: { en: 'Give the card a shorter one.', zh: '请给这张卡片换个短一些的 id。' } },
    )
  }
  deps.store.configure(key, value.slice(0, LONGEST_NOTE).toWellFormed(), deps.now())
  if (value !== '') keepIdentity(deps, card)
}

function change(
  deps: Deps,
  card: Card,
  body: CardChange,
  now: Moment = deps.now(),
  wanted?: SeenMemory,
): CardState {
  const recorded = recordCard(deps, card, body, now, deps.store.card(card.id), wanted)
  if (recorded.kind === 'recorded') return recorded.state
  throw new Problem(
    { en: `${card.id} was changed elsewhere at the same time.`, zh: `${card.id} 同时在别处被改动。` },
    { remedy: { en: 'Try again.', zh: '请再试一次。' } },
  )
}

function cardNamed({ content }: Deps, id: string): Card {
  const known = cardId(id)
  const card = known && content.cards.get(known)
  if (card) return card
  throw new Problem(
    { en: `There is no card "${id}".`, zh: `没有 id 为“${id}”的卡片。` },
    {
      remedy: {
        en: '`anneal browse WORDS` finds the ids of cards.',
        zh: '用 `anneal browse WORDS` 查找卡片的 id。',
      },
    },
  )
}
