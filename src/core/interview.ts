import type { Card, Deck } from './card.ts'
import { type CardState, isShownOn } from './card-state.ts'
import type { StudyDay } from './day.ts'
import type { CardId } from './ids.ts'
import type { Random } from './random.ts'
import type { Rating } from './rating.ts'
import type { Scheduler } from './scheduler.ts'
import { mean } from './sum.ts'

/** In the order in which an interviewer asks about one topic. */
const INTERVIEW_ROLES = ['definition', 'why', 'trade-off', 'follow-up'] as const
export type InterviewRole = (typeof INTERVIEW_ROLES)[number]

export interface InterviewInput {
  readonly decks: readonly Deck[]
  readonly stateOf: (card: CardId) => CardState
  readonly day: StudyDay
  readonly scheduler: Scheduler
  readonly random: Random
  readonly questions: number
}

/**
 * Topics at random, in each a question of every role, and of a role's cards the one that is recalled with the
 * least certainty. Where a topic has no card of a role, the next role follows.
 */
export function planInterview(input: InterviewInput): readonly CardId[] {
  const asked: CardId[] = []
  for (const deck of input.random.shuffle(input.decks)) {
    for (const card of questionsAbout(deck, input)) {
      if (asked.length >= input.questions) return asked
      asked.push(card.id)
    }
  }
  return asked
}

function questionsAbout(deck: Deck, { stateOf, day, scheduler, random }: InterviewInput): readonly Card[] {
  const shown = random.shuffle(deck.cards.filter((card) => isShownOn(stateOf(card.id), day)))
  const certainty = (card: Card) => scheduler.retrievability(stateOf(card.id).memory, day)
  const notes = new Set<string>()
  return INTERVIEW_ROLES.flatMap((role) => {
    const candidates = shown.filter((card) => roleOf(card) === role && !notes.has(card.note))
    const chosen = candidates.reduce<Card | undefined>(
      (least, card) => (least === undefined || certainty(card) < certainty(least) ? card : least),
      undefined,
    )
    if (chosen === undefined) return []
    notes.add(chosen.note)
    return [chosen]
  })
}

/** By its kind and wording, so that no deck has to say it of each card. */
export function roleOf(card: Card): InterviewRole {
  if (card.kind === 'numeric' || card.kind === 'ordering' || card.tags.includes('errata')) return 'follow-up'
  const prompt = card.kind === 'cloze' ? card.text.en : card.prompt.en
  if (TRADE_OFF.test(prompt) || card.tags.some((tag) => TRADE_OFF_TAGS.includes(tag))) return 'trade-off'
  return WHY.test(prompt) ? 'why' : 'definition'
}

const WHY = /\bwhy\b|\breason\b|\bwhat does .* (?:gain|buy|win)\b/i
const TRADE_OFF =
  /\btrade|\binstead of\b|\brather than\b|\bcompared\b|\bprice\b|\bcontrast|\bagainst\b|\bdrawback|\bat the cost\b/i
const TRADE_OFF_TAGS: readonly string[] = ['cost', 'complexity', 'trade-off', 'contrast']

/** One answered card of a session. */
export interface Answer {
  readonly card: Card
  readonly rating: Rating
  readonly durationMs: number
}

export interface TopicResult {
  readonly deck: string
  readonly asked: number
  readonly recalled: number
  /** Rated again or hard: what to revise. */
  readonly revise: readonly Card[]
  readonly meanMs: number
}

/** By topic, the weakest first. */
export function summarizeInterview(answers: readonly Answer[]): readonly TopicResult[] {
  const results = [...Map.groupBy(answers, ({ card }) => card.deck)].map(([deck, own]) => ({
    deck,
    asked: own.length,
    recalled: own.filter(({ rating }) => rating !== 'again').length,
    revise: own.filter(({ rating }) => rating === 'again' || rating === 'hard').map(({ card }) => card),
    meanMs: mean(own.map(({ durationMs }) => durationMs)),
  }))
  return results.sort((one, other) => one.recalled / one.asked - other.recalled / other.asked)
}
