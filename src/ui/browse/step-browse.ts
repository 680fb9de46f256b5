import { browseCard, browseCards, withHistory } from '../../app/browse-cards.ts'
import { buryOne, flagCard, forgetCard, setDue, setSuspended, unflagCard } from '../../app/change-card.ts'
import type { Deps } from '../../app/deps.ts'
import { placeToEdit } from '../../app/edit-card.ts'
import { undoLatest } from '../../app/undo-last.ts'
import { parseQuery } from '../../core/browse/parse-query.ts'
import type { CardId } from '../../core/ids.ts'
import { rowWithin } from '../frame/list-keys.ts'
import type { Step } from '../frame/screen.ts'
import { EMPTY_LINE, editLine, insertText, type TypingEvent, typedText } from '../frame/typed-line.ts'
import { NOTHING_TO_UNDO, noticeOfEdit, undone } from '../review/review-notices.ts'
import { type BrowseField, type BrowseState, cardAtHand } from './browse-state.ts'

export type BrowseEvent =
  | { readonly kind: 'move'; readonly by: number }
  | { readonly kind: 'field'; readonly field: BrowseField['kind'] }
  | {
      readonly kind:
        | 'enter'
        | 'give-up'
        | 'open'
        | 'back'
        | 'suspend'
        | 'bury'
        | 'unflag'
        | 'forget'
        | 'edit'
        | 'undo'
    }
  /** The editor was closed, and the deck read again. */
  | { readonly kind: 'edited'; readonly path: string }
  | TypingEvent

type BrowseStep = Step<BrowseState, BrowseEvent>

export function stepBrowse(state: BrowseState, event: BrowseEvent, deps: Deps): BrowseStep {
  const { field, cards, marked } = state
  const card = cardAtHand(state)
  switch (event.kind) {
    case 'move':
      return { state: { ...state, marked: rowWithin(marked + event.by, cards.length) } }
    case 'open':
      return { state: card ? { ...state, shown: withHistory(deps, card) } : state }
    case 'back':
      return { state: { ...state, shown: undefined } }
    case 'field':
      return { state: { ...state, field: { kind: event.field, typed: beginning(event.field, state) } } }
    case 'give-up':
      return { state: { ...state, field: undefined } }
    case 'enter':
      return entered(state, deps)
    case 'suspend':
      return changed(state, deps, (id) => setSuspended(deps, id, !card?.state.suspended))
    case 'bury':
      return changed(state, deps, (id) => buryOne(deps, id))
    case 'unflag':
      return flagged(state, deps, (id) => unflagCard(deps, id))
    case 'forget':
      return changed(state, deps, (id) => forgetCard(deps, id))
    case 'undo':
      return undo(state, deps)
    case 'edit':
      return edit(state, deps)
    case 'edited':
      return { state: reread(state, deps), notice: noticeOfEdit(deps, event.path) }
    default:
      return { state: field ? { ...state, field: { ...field, typed: editLine(field.typed, event) } } : state }
  }
}

/** A query is gone on with; all else is typed anew. */
function beginning(kind: BrowseField['kind'], { asked }: BrowseState): BrowseField['typed'] {
  return kind === 'query' ? insertText(EMPTY_LINE, asked) : EMPTY_LINE
}

/** @throws Problem for what means nothing, which stays in the field */
function entered(state: BrowseState, deps: Deps): BrowseStep {
  const { field } = state
  if (field === undefined) return { state }
  const text = typedText(field.typed)
  const closed = { ...state, field: undefined }
  switch (field.kind) {
    case 'query':
      return { state: { ...closed, asked: text, cards: browseCards(deps, parseQuery(text)), marked: 0 } }
    case 'due':
      return changed(closed, deps, (id) => setDue(deps, id, text))
    case 'flag':
      return flagged(closed, deps, (id) => flagCard(deps, id, text))
  }
}

/** What the log can take back again. */
function changed(state: BrowseState, deps: Deps, change: (id: CardId) => void): BrowseStep {
  return flagged({ ...state, changes: state.changes + 1 }, deps, change)
}

function flagged(state: BrowseState, deps: Deps, change: (id: CardId) => void): BrowseStep {
  const card = cardAtHand(state)
  if (card === undefined) return { state }
  change(card.card.id)
  return { state: reread(state, deps) }
}

function undo(state: BrowseState, deps: Deps): BrowseStep {
  const change = undoLatest(deps)
  if (change === undefined) return { state, notice: NOTHING_TO_UNDO }
  const before = { ...state, changes: state.changes - 1 }
  const card = deps.content.cards.get(change.card)
  return { state: reread(before, deps), notice: undone({ change, isEarlier: false }, card) }
}

function edit(state: BrowseState, deps: Deps): BrowseStep {
  const card = cardAtHand(state)
  if (card === undefined) return { state }
  const place = placeToEdit(deps, card.card)
  return { state, effect: { kind: 'edit-deck', place, after: { kind: 'edited', path: place.path } } }
}

/** The list as it was found, each card as it is now; what an edit took out goes. */
function reread(state: BrowseState, deps: Deps): BrowseState {
  const cards = state.cards.flatMap(({ card }) => browseCard(deps, card.id) ?? [])
  const open = state.shown && browseCard(deps, state.shown.card.id)
  return {
    ...state,
    cards,
    marked: rowWithin(state.marked, cards.length),
    shown: open && withHistory(deps, open),
  }
}
