import type { Deps } from '../../app/deps.ts'
import type { Around } from './around.ts'
import { type Binding, bindingFor, type CommonEvent, isCommon } from './key-table.ts'
import type { Leaving } from './leaving.ts'
import type { Notice } from './notice.ts'
import type { Page } from './page.ts'
import type { Screen, SideEffect } from './screen.ts'

/** A row of `SCREENS`: opens the screen. */
export type ScreenOpener<Opening> = (opening: Opening, stage: Backstage) => OpenScreen

/** A screen that is shown, its state within. */
export interface OpenScreen {
  readonly keys: () => readonly Binding<unknown>[]
  readonly draw: (around: Around) => Page
  /** Whether a line of its key table took it. */
  readonly press: (key: string) => boolean
  readonly type: (text: string) => void
  readonly hasField: () => boolean
  readonly begin: () => void
  readonly hasClock: () => boolean
  /** Whether it does, for whoever comes back to it; else it is to be opened anew. */
  readonly goOn: () => boolean
  readonly close: () => void
  /** The learner turns to another screen, or the program ends. */
  readonly leave: () => void
  readonly leaves: (around: Around) => Leaving | undefined
}

/** What a screen needs of the stage that it is shown on. */
export interface Backstage {
  readonly deps: () => Deps
  readonly hearCommon: (event: CommonEvent) => void
  /** The screen has another state. */
  readonly changed: (notice: Notice | undefined) => void
  readonly perform: <Event>(effect: SideEffect<Event>, hear: (event: Event) => void) => void
}

/** Closes over the types of state and events, which are nobody else's business. */
export function defineScreen<Opening, State, Event extends { readonly kind: string }>(
  screen: Screen<Opening, State, Event>,
): ScreenOpener<Opening> {
  return (opening, stage) => {
    let state = screen.open(stage.deps(), opening)

    function hear(event: Event): void {
      const step = screen.hear(state, event, stage.deps())
      state = step.state
      stage.changed(step.notice)
      if (step.effect) stage.perform(step.effect, hear)
    }

    function press(key: string): boolean {
      const event = bindingFor(screen.keys(state), key)?.event
      if (event === undefined) return false
      if (isCommon(event)) stage.hearCommon(event)
      else hear(event)
      return true
    }

    function goOn(): boolean {
      const next = screen.goesOn?.(state, stage.deps())
      if (next !== undefined) state = next
      return next !== undefined
    }

    return {
      keys: () => screen.keys(state),
      draw: (around) => screen.draw(state, around),
      press,
      type: (text) => {
        if (screen.type) hear(screen.type(text))
      },
      hasField: () => screen.hasField?.(state) ?? false,
      begin: () => {
        if (screen.begin) stage.perform(screen.begin(state), hear)
      },
      hasClock: () => screen.hasClock?.(state) ?? false,
      goOn,
      close: () => screen.close?.(state, stage.deps()),
      leave: () => screen.leave?.(state),
      leaves: (around) => screen.leaves?.(state, around, stage.deps()),
    }
  }
}
