import type { Stage } from '../stage.ts'
import { type ComposedFrame, composeFrame, TOP } from './compose-frame.ts'
import { hearKey, typeText } from './hear-key.ts'
import { createMachine, type Machine } from './machine.ts'
import type { WindowSize } from './picture.ts'
import type { Pressed } from './read-keys.ts'
import type { ScreenPlan } from './screen-plan.ts'

/** One open screen, as whoever has the terminal sees it: lines to draw, keys to give it. */
export interface ScreenView {
  readonly compose: (size: WindowSize) => ComposedFrame
  readonly hear: (pressed: Pressed, size: WindowSize) => void
  readonly type: (text: string) => void
  readonly start: () => void
  readonly subscribe: (listener: () => void) => () => void
  /** Another number whenever the lines may be others. */
  readonly version: () => number
}

export function createScreenView<State, Event extends { readonly kind: string }>(
  stage: Stage,
  plan: ScreenPlan<State, Event>,
  machine: Machine<State>,
): ScreenView {
  const view = createMachine(TOP)
  let version = 0
  const compose = (size: WindowSize): ComposedFrame => {
    const { locale, notice } = stage.machine.get()
    const now = stage.deps().now()
    return composeFrame({ plan, state: machine.get(), view: view.get(), locale, notice, size, now })
  }
  return {
    compose,
    hear: (pressed, size) => hearKey(pressed, { plan, machine, stage, view, compose: () => compose(size) }),
    type: (text) => typeText(text, { plan, machine, stage, view }),
    start: () => stage.attempt(() => plan.start?.(machine, stage)),
    subscribe: (listener) => {
      const changed = () => {
        version++
        listener()
      }
      const ends = [machine, view, stage.machine].map(({ subscribe }) => subscribe(changed))
      return () => {
        for (const end of ends) end()
      }
    },
    version: () => version,
  }
}
