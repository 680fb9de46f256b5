import {
  type BrowsedCard,
  browseCard,
  browseCards,
  type ShownCard,
  withHistory,
} from '../../app/browse-cards.ts'
import { buryOne, setSuspended } from '../../app/change-card.ts'
import type { Deps } from '../../app/deps.ts'
import { placeToEdit } from '../../app/edit-card.ts'
import { type DrawPicture, pictureDrawer } from '../../app/picture-drawer.ts'
import { parseQuery } from '../../core/browse/parse-query.ts'
import { defineScreen } from '../frame/define-screen.ts'
import { EDITING_KEYS } from '../frame/field-keys.ts'
import { type Binding, COMMON_KEYS, type CommonEvent } from '../frame/key-table.ts'
import type { Step } from '../frame/screen.ts'
import {
  EMPTY_LINE,
  editLine,
  insertText,
  type TypedLine,
  type TypingEvent,
  typedText,
} from '../frame/typed-line.ts'
import { drawBrowse } from './browse-view.ts'

export interface BrowseOpening {
  readonly query: string
}

declare module '../frame/destination.ts' {
  interface Destinations {
    readonly browse: BrowseOpening
  }
}

export interface BrowseState {
  /** The query whose cards are listed. */
  readonly asked: string
  readonly cards: readonly BrowsedCard[]
  readonly marked: number
  /** The query that is being typed. */
  readonly typed: TypedLine | undefined
  /** The card whose page is open. */
  readonly shown: ShownCard | undefined
  readonly drawingOf: DrawPicture
}

type BrowseEvent =
  | { readonly kind: 'move'; readonly by: number }
  | { readonly kind: 'search' | 'ask' | 'give-up' | 'open' | 'back' | 'suspend' | 'bury' | 'edit' | 'edited' }
  | { readonly kind: 'type'; readonly text: string }
  | TypingEvent

export const BROWSE = defineScreen<BrowseOpening, BrowseState, BrowseEvent>({
  open: (deps, { query }) => ({
    asked: query,
    cards: browseCards(deps, parseQuery(query)),
    marked: 0,
    typed: undefined,
    shown: undefined,
    drawingOf: pictureDrawer(deps),
  }),
  keys: keysIn,
  draw: drawBrowse,
  hear,
  hasField: ({ typed }) => typed !== undefined,
  type: (text) => ({ kind: 'type', text }),
})

type BrowseBinding = Binding<BrowseEvent | CommonEvent>

const IN_FIELD: readonly BrowseBinding[] = [
  { keys: ['enter'], help: { en: 'search', zh: '查找' }, event: { kind: 'ask' } },
  { keys: ['escape'], help: { en: 'back to the list', zh: '回到列表' }, event: { kind: 'give-up' } },
  ...EDITING_KEYS,
]

const ON_A_CARD: readonly BrowseBinding[] = [
  { keys: ['e'], help: { en: 'edit', zh: '编辑' }, event: { kind: 'edit' } },
  { keys: ['b'], help: { en: 'bury', zh: '搁置' }, event: { kind: 'bury' } },
]

const SEARCH: BrowseBinding = { keys: ['/'], help: { en: 'search', zh: '查找' }, event: { kind: 'search' } }

const IN_LIST: readonly BrowseBinding[] = [
  { keys: ['enter'], help: { en: 'open', zh: '打开' }, event: { kind: 'open' } },
  { keys: ['down', 'j'], help: { en: 'down', zh: '下移' }, event: { kind: 'move', by: 1 } },
  { keys: ['up', 'k'], help: { en: 'up', zh: '上移' }, event: { kind: 'move', by: -1 } },
  moveFar('pagedown', 10, { en: 'ten down', zh: '下移十行' }),
  moveFar('pageup', -10, { en: 'ten up', zh: '上移十行' }),
]

const BACK: BrowseBinding = {
  keys: ['escape', 'q', 'enter'],
  help: { en: 'back to the list', zh: '回到列表' },
  event: { kind: 'back' },
}

function moveFar(key: string, by: number, help: BrowseBinding['help']): BrowseBinding {
  return { keys: [key], help, event: { kind: 'move', by }, onlyInHelp: true }
}

function keysIn({ typed, shown, cards, marked }: BrowseState): readonly BrowseBinding[] {
  if (typed !== undefined) return IN_FIELD
  if (shown !== undefined) return [BACK, suspendKey(shown), ...ON_A_CARD, ...COMMON_KEYS]
  const card = cards[marked]
  return [SEARCH, ...(card ? [...IN_LIST, suspendKey(card), ...ON_A_CARD] : []), ...COMMON_KEYS]
}

function suspendKey({ state }: BrowsedCard): BrowseBinding {
  const help = state.suspended ? { en: 'take it up again', zh: '恢复' } : { en: 'suspend', zh: '暂停' }
  return { keys: ['s'], help, event: { kind: 'suspend' } }
}

function hear(state: BrowseState, event: BrowseEvent, deps: Deps): Step<BrowseState, BrowseEvent> {
  const { typed, cards, marked, shown } = state
  const card = shown ?? cards[marked]
  switch (event.kind) {
    case 'search':
      return { state: { ...state, typed: insertText(EMPTY_LINE, state.asked) } }
    case 'give-up':
      return { state: { ...state, typed: undefined } }
    case 'ask':
      return { state: found(state, deps, typed === undefined ? state.asked : typedText(typed)) }
    case 'type':
      return { state: { ...state, typed: typed && insertText(typed, event.text) } }
    case 'move':
      return { state: { ...state, marked: Math.max(0, Math.min(cards.length - 1, marked + event.by)) } }
    case 'open':
      return { state: card ? { ...state, shown: withHistory(deps, card) } : state }
    case 'back':
      return { state: { ...state, shown: undefined } }
    case 'suspend':
      if (card) setSuspended(deps, card.card.id, !card.state.suspended)
      return { state: reread(state, deps) }
    case 'bury':
      if (card) buryOne(deps, card.card.id)
      return { state: reread(state, deps) }
    case 'edit':
      return card
        ? {
            state,
            effect: { kind: 'edit-deck', place: placeToEdit(deps, card.card), after: { kind: 'edited' } },
          }
        : { state }
    case 'edited':
      return { state: reread(state, deps) }
    default:
      return { state: { ...state, typed: typed && editLine(typed, event) } }
  }
}

/** @throws Problem for a query that means nothing, which stays in the field */
function found(state: BrowseState, deps: Deps, asked: string): BrowseState {
  return { ...state, asked, cards: browseCards(deps, parseQuery(asked)), marked: 0, typed: undefined }
}

/** The list as it was found, each card as it is now; what an edit took out goes. */
function reread(state: BrowseState, deps: Deps): BrowseState {
  const cards = state.cards.flatMap(({ card }) => browseCard(deps, card.id) ?? [])
  const open = state.shown && browseCard(deps, state.shown.card.id)
  return {
    ...state,
    cards,
    marked: Math.max(0, Math.min(cards.length - 1, state.marked)),
    shown: open && withHistory(deps, open),
  }
}
