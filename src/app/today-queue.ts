import type { Card, Deck } from '../core/card.ts'
import { type Moment, studyDayOf } from '../core/day.ts'
import { Problem } from '../core/problem.ts'
import { buildQueue, type Queue } from '../core/queue.ts'
import { type Deps, schedulersIn, settingsIn } from './deps.ts'

export interface QueueOptions {
  /** A deck's name or a group's; undefined: every deck. */
  readonly deck: string | undefined
  /** Instead of the setting, for this session. */
  readonly newCards: number | undefined
}

export const WHOLE_QUEUE: QueueOptions = { deck: undefined, newCards: undefined }

/** What today asks for, counted over all decks also where only one is shown. */
export function todayQueue(deps: Deps, { deck, newCards }: QueueOptions, now: Moment): Queue {
  const settings = settingsIn(deps)
  const day = studyDayOf(now)
  return buildQueue({
    cards: cardsOf(deps, deck),
    states: deps.store.cards(),
    reviewedToday: deps.store.history.reviewedOn(day),
    recalls: deps.store.history.recallsOn(day),
    limits: { newCards: newCards ?? settings['new-per-day'], reviews: settings['reviews-per-day'] },
    now,
    scheduler: schedulersIn(deps).cards,
  })
}

/** @throws Problem when no deck and no group has the name */
export function cardsOf({ content }: Deps, name: string | undefined): readonly Card[] {
  const decks = name === undefined ? content.decks : content.decks.filter((deck) => isCalled(deck, name))
  if (decks.length === 0 && name !== undefined) {
    const names = [...new Set(content.decks.flatMap((deck) => [deck.group, deck.name]))].sort()
    throw new Problem(`There is no deck "${name}".`, { remedy: `Choose one of: ${names.join(', ')}.` })
  }
  return decks.flatMap((deck) => deck.cards)
}

function isCalled(deck: Deck, name: string): boolean {
  return deck.name === name || deck.group === name
}
