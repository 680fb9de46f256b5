import type { Deps } from '../../app/deps.ts'
import type { PlaceInDeck } from '../../app/edit-card.ts'
import type { Around } from './around.ts'
import type { Binding, CommonEvent } from './key-table.ts'
import type { Leaving } from './leaving.ts'
import type { Notice } from './notice.ts'
import type { Page } from './page.ts'

/**
 * All that makes a screen. A key's way: the line of `keys` that has it, that line's event, `hear`, the next
 * state, `draw`. Whatever else happens to a screen (a text that is typed, an editor that was closed, progress
 * of a grading) is an event as well.
 */
export interface Screen<Opening, State, Event extends { readonly kind: string }> {
  /** @throws Problem when there is no such deck, exercise or file */
  readonly open: (deps: Deps, opening: Opening) => State
  readonly keys: (state: State) => readonly Binding<Event | CommonEvent>[]
  readonly draw: (state: State, around: Around) => Page
  /**
   * An event that makes no sense in a state changes nothing. After a Problem the state is as it was, and the
   * learner is told.
   */
  readonly hear: (state: State, event: Event, deps: Deps) => Step<State, Event>
  /** What characters are in a field. */
  readonly type?: (text: string) => Event
  /** Whether a field is shown into which every character goes, whichever key has it otherwise. */
  readonly hasField?: (state: State) => boolean
  /** What begins without a key. */
  readonly begin?: (state: State) => SideEffect<Event>
  /** What stays in the terminal when the program has ended; undefined: nothing. */
  readonly leaves?: (state: State, around: Around, deps: Deps) => Leaving | undefined
  /** What is still to be done when the program ends while the screen is shown. */
  readonly close?: (state: State, deps: Deps) => void
  /** What ends when the learner turns to another screen, or the program ends. */
  readonly leave?: (state: State) => void
  /** Whether what is drawn changes by the second. */
  readonly hasClock?: (state: State) => boolean
  /**
   * What whoever comes back from another screen finds, what the screen began gone on meanwhile; undefined: it
   * is opened anew.
   */
  readonly goesOn?: (state: State, deps: Deps) => State | undefined
}

/** What an event makes of a state, and what else follows from it. */
export interface Step<State, Event> {
  readonly state: State
  readonly notice?: Notice | undefined
  readonly effect?: SideEffect<Event> | undefined
}

/** What a screen wants done, and by which event it hears of it. */
export type SideEffect<Event> =
  /** Lends the terminal to the learner's editor. */
  | { readonly kind: 'edit'; readonly path: string; readonly after: Event }
  /** The same; then decks and exercises are read as they now are. */
  | { readonly kind: 'edit-deck'; readonly place: PlaceInDeck; readonly after: Event }
  /** Goes on beside the keys. A Problem is told, a bug ends the program. */
  | { readonly kind: 'work'; readonly work: (deps: Deps, hear: (event: Event) => void) => Promise<void> }
