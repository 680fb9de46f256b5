import { RATINGS } from '../../core/rating.ts'
import { type Binding, COMMON_KEYS, type CommonEvent } from '../frame/key-table.ts'
import { isTypedCard, type ReviewEvent, type ReviewState } from './review-state.ts'
import { typedText } from './typed-line.ts'

type ReviewBinding = Binding<ReviewEvent | CommonEvent | { readonly kind: 'edit' }>

const UNDO = { keys: ['u'], help: 'undo', event: { kind: 'undo' } } as const satisfies ReviewBinding

/** On the card in sight, before and after its answer. */
const CARD_KEYS = [
  UNDO,
  { keys: ['e'], help: 'editCard', event: { kind: 'edit' } },
  { keys: ['s'], help: 'suspend', event: { kind: 'suspend' } },
  { keys: ['b'], help: 'bury', event: { kind: 'bury' } },
  ...COMMON_KEYS,
] as const satisfies readonly ReviewBinding[]

const ASKING = [
  { keys: ['space', 'enter'], help: 'reveal', event: { kind: 'reveal' } },
  ...CARD_KEYS,
] as const satisfies readonly ReviewBinding[]

/** The ratings stand above the footer, with their intervals. */
const REVEALED: readonly ReviewBinding[] = [
  { keys: ['enter', 'space'], help: 'acceptRating', event: { kind: 'accept' } },
  ...RATINGS.map(
    (rating, at): ReviewBinding => ({
      keys: [`${at + 1}`],
      help: rating,
      event: { kind: 'rate', rating },
      onlyInHelp: true,
    }),
  ),
  ...CARD_KEYS,
]

/** While a number or an order is being typed, letters are text. */
const TYPING = [
  { keys: ['enter'], help: 'mark', event: { kind: 'mark' } },
  { keys: ['escape'], help: 'clear', event: { kind: 'clear' } },
  { keys: ['backspace'], help: 'erase', event: { kind: 'erase' }, onlyInHelp: true },
  { keys: ['delete'], help: 'eraseAfter', event: { kind: 'erase-after' }, onlyInHelp: true },
  { keys: ['left'], help: 'back', event: { kind: 'back' }, onlyInHelp: true },
  { keys: ['right'], help: 'forward', event: { kind: 'forward' }, onlyInHelp: true },
  { keys: ['home'], help: 'toStart', event: { kind: 'to-start' }, onlyInHelp: true },
  { keys: ['end'], help: 'toEnd', event: { kind: 'to-end' }, onlyInHelp: true },
] as const satisfies readonly ReviewBinding[]

const FINISHED = [
  { keys: ['enter', 'space'], help: 'leave', event: { kind: 'leave' } },
  UNDO,
  { keys: ['r'], help: 'goOn', event: { kind: 'go-on' } },
  ...COMMON_KEYS,
] as const satisfies readonly ReviewBinding[]

export function reviewKeys(state: ReviewState): readonly ReviewBinding[] {
  const { current } = state.review
  if (current.kind === 'finished') return FINISHED
  if (current.kind === 'revealed') return REVEALED
  if (isTypedCard(state)) return typedText(state.typed) === '' ? ASKING : TYPING
  return current.card.kind === 'choice' ? withOptions(current.card.options.length) : ASKING
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** The options' letters come first: a command with the same letter waits until the answer is shown. */
function withOptions(count: number): readonly ReviewBinding[] {
  const options = Array.from(
    { length: count },
    (_, option): ReviewBinding => ({
      keys: [LETTERS.charAt(option)],
      help: 'pickOption',
      event: { kind: 'option', option },
      onlyInHelp: true,
    }),
  )
  const taken = new Set<string>(options.flatMap(({ keys }) => keys))
  return [...options, ...ASKING.filter(({ keys }) => !taken.has(keys[0]))]
}
