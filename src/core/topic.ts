import type { DeckTitle } from './card.ts'

/**
 * Whether a deck gives new cards: before all others, in its turn, or none at all. What was seen of it comes
 * back in any case.
 */
const CHOICES = ['chosen', 'usual', 'excluded'] as const
export type TopicChoice = (typeof CHOICES)[number]

/** What holds for the new cards of a deck: what the learner said, else what its file says. */
export interface TopicRule {
  readonly choice: TopicChoice
  /** How many turns it has while a deck of weight 1 has one. */
  readonly weight: number
}

export const WEIGHT = { lowest: 1, usual: 1, highest: 9 }

/** Undefined when the text is no weight. */
export function parseWeight(text: string): number | undefined {
  return /^[1-9]$/.test(text) ? Number(text) : undefined
}

const [CHOICE, WEIGHTED] = ['topic-choice/', 'topic-weight/']

/** Names the learner's choice in the log, a setting of each deck. */
export function choiceKey(deck: string): string {
  return CHOICE + deck
}

export function weightKey(deck: string): string {
  return WEIGHTED + deck
}

/** Whether a setting of the log says what holds for a deck. */
export function isOfTopic(key: string): boolean {
  return key.startsWith(CHOICE) || key.startsWith(WEIGHTED)
}

/** @param texts the settings of the log; one that a newer version wrote and this one cannot read counts as not set */
export function ruleOf(deck: DeckTitle, texts: ReadonlyMap<string, string>): TopicRule {
  return {
    choice: CHOICES.find((choice) => choice === texts.get(choiceKey(deck.name))) ?? 'usual',
    weight: parseWeight(texts.get(weightKey(deck.name)) ?? '') ?? deck.weight,
  }
}
