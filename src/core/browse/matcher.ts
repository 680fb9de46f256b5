import type { Card, ListedDeck } from '../card.ts'
import { type CardState, isShownOn } from '../card-state.ts'
import { textsIn } from '../card-texts.ts'
import type { Instant, StudyDay } from '../day.ts'
import { renderMath } from '../mathematics.ts'
import { isAhead, isDue, isOnSteps } from '../memory.ts'
import type { Rating } from '../rating.ts'
import { splitSpans } from '../spans.ts'
import { unreachable } from '../unreachable.ts'
import type { CardTrait, Property, Query, Sign, Term } from './query.ts'
import { containing, fold, matching } from './wildcard.ts'

/** What a query may ask of a card. */
export interface Candidate {
  readonly card: Card
  readonly deck: ListedDeck
  readonly isOwn: boolean
  readonly state: CardState
  /** The note of one that the learner flagged. */
  readonly flag: string | undefined
  /** Today's probability of recall; 0 for what was never seen. */
  readonly recall: number
  /** How it was answered in the last so many days. */
  readonly ratings: (days: number) => readonly Rating[]
}

export interface WhenAsked {
  readonly at: Instant
  readonly day: StudyDay
}

/** Tells whether a card is wanted. Patterns are made once. */
export function matcherOf(query: Query, today: WhenAsked): (candidate: Candidate) => boolean {
  switch (query.kind) {
    case 'every': {
      const all = query.of.map((one) => matcherOf(one, today))
      return (candidate) => all.every((matches) => matches(candidate))
    }
    case 'some': {
      const all = query.of.map((one) => matcherOf(one, today))
      return (candidate) => all.some((matches) => matches(candidate))
    }
    case 'not': {
      const matches = matcherOf(query.of, today)
      return (candidate) => !matches(candidate)
    }
    default:
      return termMatcher(query, today)
  }
}

function termMatcher(term: Term, today: WhenAsked): (candidate: Candidate) => boolean {
  switch (term.kind) {
    case 'text': {
      const matches = containing(term.pattern)
      const textOf = isAscii(term.pattern) ? writtenText : writtenAndShownText
      return ({ card }) => matches(fold(textOf(card)))
    }
    case 'deck': {
      const matches = matching(term.pattern)
      return ({ deck }) =>
        [deck.name, deck.group, deck.title.en, deck.title.zh].some((name) => matches(fold(name)))
    }
    case 'tag': {
      const matches = matching(term.pattern)
      const isNone = fold(term.pattern) === 'none'
      return ({ card }) => card.tags.some((tag) => matches(fold(tag))) || (isNone && card.tags.length === 0)
    }
    case 'id': {
      const matches = matching(term.pattern)
      return ({ card }) => matches(card.id)
    }
    case 'is':
      return (candidate) => hasTrait(candidate, term.trait, today)
    case 'rated':
      return ({ ratings }) => ratings(term.days).some((rating) => rating === (term.rating ?? rating))
    case 'prop':
      return (candidate) => {
        const value = propertyOf(candidate, term.property, today)
        return value !== undefined && holds(value, term.sign, term.value)
      }
    default:
      return unreachable(term)
  }
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text)
}

function writtenText(card: Card): string {
  return [card.id, card.source, ...textsIn(card)].join('\n')
}

/** With formulas as they are read, too: β is written `\beta`. */
function writtenAndShownText(card: Card): string {
  const written = writtenText(card)
  const formulas = splitSpans(written).filter(({ kind }) => kind === 'math' || kind === 'display')
  return [written, ...formulas.map(({ content }) => renderMath(content))].join('\n')
}

function hasTrait({ state, isOwn, flag }: Candidate, trait: CardTrait, { at, day }: WhenAsked): boolean {
  const { memory } = state
  switch (trait) {
    case 'new':
    case 'review':
      return memory.kind === trait
    case 'learn':
      return isOnSteps(memory)
    case 'due':
      if (memory.kind === 'new' || !isShownOn(state, day)) return false
      return memory.kind === 'review' ? isDue(memory, day) : memory.due <= at || isAhead(memory, day)
    case 'suspended':
      return state.suspended
    case 'buried':
      return state.buriedOn === day
    case 'leech':
      return state.leech
    case 'own':
      return isOwn
    case 'flagged':
      return flag !== undefined
    default:
      return unreachable(trait)
  }
}

/** Undefined where it was never seen: then nothing is less and nothing more than it. */
function propertyOf(
  { state: { memory }, recall }: Candidate,
  property: Property,
  { day }: WhenAsked,
): number | undefined {
  if (memory.kind === 'new') return undefined
  switch (property) {
    case 'r':
      return recall
    case 's':
      return memory.stability
    case 'd':
      return memory.difficulty
    case 'lapses':
    case 'reps':
      return memory[property]
    case 'ivl':
      return memory.kind === 'review' ? memory.intervalDays : 0
    case 'due':
      return memory.kind === 'review' ? memory.dueDay - day : 0
    default:
      return unreachable(property)
  }
}

function holds(value: number, sign: Sign, wanted: number): boolean {
  switch (sign) {
    case '<':
      return value < wanted
    case '<=':
      return value <= wanted
    case '>':
      return value > wanted
    case '>=':
      return value >= wanted
    case '=':
      return value === wanted
    case '!=':
      return value !== wanted
    default:
      return unreachable(sign)
  }
}
