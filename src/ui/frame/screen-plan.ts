import type { Moment } from '../../core/day.ts'
import type { Locale } from '../../core/locale.ts'
import type { Messages } from '../messages/messages.ts'
import type { Stage } from '../stage.ts'
import type { Binding, CommonEvent } from './key-table.ts'
import type { Machine } from './machine.ts'
import type { Picture } from './picture.ts'

/** In which language and how wide a picture is drawn. */
export interface Around {
  readonly locale: Locale
  readonly messages: Messages
  readonly width: number
  readonly now: Moment
}

/** All that makes a screen but its state: what its keys are, how it looks, what it does. */
export interface ScreenPlan<State, Event> {
  readonly keys: (state: State) => readonly Binding<Event | CommonEvent>[]
  readonly draw: (state: State, around: Around) => Picture
  readonly hear: (event: Event, machine: Machine<State>, stage: Stage) => void | Promise<void>
  /** Characters that no key of the table takes. */
  readonly type?: (text: string, machine: Machine<State>, stage: Stage) => void
  /** Begins what goes on without keys. */
  readonly start?: (machine: Machine<State>, stage: Stage) => Promise<void> | undefined
}
