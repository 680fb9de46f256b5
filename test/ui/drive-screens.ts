import type { Deps } from '../../src/app/deps.ts'
import type { FilePlace } from '../../src/app/edit-card.ts'
import type { Destination } from '../../src/ui/frame/destination.ts'
import type { WindowSize } from '../../src/ui/frame/window-size.ts'
import { createStage } from '../../src/ui/stage.ts'

export interface DriveOptions {
  readonly size?: WindowSize
  /** What the learner does in the editor. */
  readonly edit?: (place: FilePlace) => void
  /** The program is to end with an error, which stands in `exits`; any other is thrown at whoever presses or looks. */
  readonly fails?: true
}

/** Screens without a terminal: keys go in by name, and the window's lines come out. */
export function drive(
  deps: Deps,
  start: Destination,
  { size = { columns: 80, rows: 24 }, edit, fails }: DriveOptions = {},
) {
  const exits: unknown[] = []
  const stops: true[] = []
  const stage = createStage(deps, start, async (place) => edit?.(place))
  stage.attach({
    exit: (error) => exits.push(error),
    suspendTerminal: (callback) => callback(),
    stopProcess: async () => void stops.push(true),
  })
  const expectNoError = () => {
    const error = fails ? undefined : exits.find((one) => one !== undefined)
    if (error !== undefined) throw error
  }
  const frame = () => {
    expectNoError()
    return stage.frame(size)
  }
  const lines = () => frame().lines.map((runs) => runs.map(({ text }) => text).join(''))
  return {
    /** Characters by themselves, other keys by their names: `press('space', '3')`. */
    press: (...names: readonly string[]) => {
      for (const name of names) {
        const text = name === 'space' ? ' ' : name.length === 1 ? name : undefined
        stage.hear({ name, text }, size)
        expectNoError()
      }
    },
    paste: (text: string) => {
      stage.type(text, size)
      expectNoError()
    },
    lines,
    text: () => lines().join('\n'),
    frame,
    /** As when ctrl-c ends the program. */
    close: stage.close,
    /** What stays in the terminal. */
    left: () => stage.leavings(size).map((runs) => runs.map(({ text }) => text).join('')),
    /** Begins what the screen does by itself, as when it is mounted. */
    start: stage.begin,
    kind: () => stage.destination().kind,
    /** One entry for each exit, with its error. */
    exits,
    /** One entry for each time the program was stopped. */
    stops,
  }
}
