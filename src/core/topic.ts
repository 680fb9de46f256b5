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

/**
 * The rule of each deck. Most decks have no settings of their own, so those that there are are looked at once.
 * @param texts the settings of the log; one that a newer version wrote and this one cannot read counts as not set
 */
export function rulesIn(texts: ReadonlyMap<string, string>): (deck: DeckTitle) => TopicRule {
  const choices = new Map<string, TopicChoice>()
  const weights = new Map<string, number>()
  for (const [key, text] of texts) {
    const choice = key.startsWith(CHOICE) ? CHOICES.find((one) => one === text) : undefined
    const weight = key.startsWith(WEIGHTED) ? parseWeight(text) : undefined
    if (choice !== undefined) choices.set(key.slice(CHOICE.length), choice)
    if (weight !== undefined) weights.set(key.slice(WEIGHTED.length), weight)
  }
  return ({ name, weight }) => ({ choice: choices.get(name) ?? 'usual', weight: weights.get(name) ?? weight })
}
