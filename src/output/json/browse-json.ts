import type { BrowsedCard, ShownCard } from '../../app/browse-cards.ts'
import type { HistoryEntry } from '../../app/card-history.ts'
import { dateOf } from '../../core/day.ts'
import type { Memory } from '../../core/memory.ts'

/** What `browse --json` prints. */
export function browseFields(cards: readonly BrowsedCard[]): object {
  return { cards: cards.map(browsedInJson) }
}

/** What `browse --full --json` prints. */
export function pagesFields(cards: readonly ShownCard[]): object {
  return {
    cards: cards.map((shown) => ({ ...browsedInJson(shown), history: shown.history.map(entryInJson) })),
  }
}

function browsedInJson({ card, deck, isOwn, state, flag, recall }: BrowsedCard) {
  const { memory, suspended, leech } = state
  return {
    card: card.id,
    deck: deck.name,
    group: deck.group,
    path: deck.path,
    line: card.line,
    tags: card.tags,
    isOwn,
    kind: memory.kind,
    suspended,
    leech,
    flag: flag ?? null,
    ...memoryInJson(memory),
    recall: memory.kind === 'new' ? null : recall,
  }
}

function memoryInJson(memory: Memory) {
  if (memory.kind === 'new') return { due: null, stability: null, difficulty: null, reviews: 0, lapses: 0 }
  const { stability, difficulty, reps, lapses } = memory
  const due = memory.kind === 'review' ? dateOf(memory.dueDay) : memory.due
  return { due, stability, difficulty, reviews: reps, lapses }
}

function entryInJson({ day, change, recall, memory }: HistoryEntry) {
  return {
    day: dateOf(day),
    change: change.kind,
    rating: change.kind === 'review' ? change.rating : null,
    recall: recall ?? null,
    stability: memory.kind === 'new' ? null : memory.stability,
  }
}
