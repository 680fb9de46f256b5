import type { Locale } from '../core/locale.ts'
import type { FrameView } from './frame/compose-frame.ts'
import type { OpenScreen } from './frame/define-screen.ts'
import type { Destination } from './frame/destination.ts'
import type { Notice } from './frame/notice.ts'

/** What all screens share. */
export interface StageState {
  readonly destination: Destination
  /** Where the learner was before, the latest last. */
  readonly trail: readonly Left[]
  readonly shown: OpenScreen
  /** What was shown before, as it was left. */
  readonly past: readonly OpenScreen[]
  readonly view: FrameView
  readonly locale: Locale
  readonly notice: Notice | undefined
}

/** A screen to which the learner may come back. */
export interface Left {
  readonly destination: Destination
  readonly screen: OpenScreen
}

export interface HeldState {
  readonly now: () => StageState
  /** Without a change: what a screen holds, or the time, is another. */
  readonly update: (change?: Partial<StageState>) => void
  readonly subscribe: (listener: () => void) => () => void
  /** Another number after each update. */
  readonly version: () => number
  /** From now on screens do what they do without keys; a clock that one shows goes. */
  readonly begin: () => void
  readonly hasBegun: () => boolean
}

const SECOND_MS = 1000

/** Not React's: of keys that arrive in one burst each sees what the one before has made. */
export function holdState(initial: StageState): HeldState {
  const listeners = new Set<() => void>()
  let state = initial
  let hasBegun = false
  let version = 0
  let tick: NodeJS.Timeout | undefined

  function update(change: Partial<StageState> = {}): void {
    state = { ...state, ...change }
    version++
    clearTimeout(tick)
    if (hasBegun && state.shown.hasClock()) tick = setTimeout(update, SECOND_MS).unref()
    for (const listener of listeners) listener()
  }

  return {
    now: () => state,
    update,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    version: () => version,
    begin: () => {
      hasBegun = true
    },
    hasBegun: () => hasBegun,
  }
}
