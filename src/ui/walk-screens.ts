import { Problem } from '../core/problem.ts'
import { TOP } from './frame/compose-frame.ts'
import type { OpenScreen } from './frame/define-screen.ts'
import type { Destination } from './frame/destination.ts'
import type { HeldState, Left } from './stage-state.ts'

export interface Walk {
  readonly goTo: (destination: Destination) => void
  /** To the screen before, or out of the program. */
  readonly leave: () => void
}

/** From screen to screen, and back by the trail. */
export function createWalk(
  held: HeldState,
  open: (destination: Destination) => OpenScreen,
  exit: () => void,
): Walk {
  function show(destination: Destination, trail: readonly Left[]): void {
    const shown = open(destination)
    turnTo(shown, destination, trail)
    if (held.hasBegun()) shown.begin()
  }

  function turnTo(shown: OpenScreen, destination: Destination, trail: readonly Left[]): void {
    const { past, shown: before } = held.now()
    before.leave()
    held.update({ destination, trail, shown, past: [...past, before], view: TOP })
  }

  /** What is gone meanwhile holds nobody: the way leads past it, and the Problem is told. */
  function leaveTo(trail: readonly Left[]): void {
    const before = trail.at(-1)
    const rest = trail.slice(0, -1)
    if (before === undefined) {
      exit()
      return
    }
    try {
      if (before.screen.goOn()) turnTo(before.screen, before.destination, rest)
      else show(before.destination, rest)
    } catch (error) {
      if (error instanceof Problem) leaveTo(rest)
      throw error
    }
  }

  return {
    goTo: (to) => {
      const { trail, destination, shown } = held.now()
      show(to, [...trail, { destination, screen: shown }])
    },
    leave: () => leaveTo(held.now().trail),
  }
}
