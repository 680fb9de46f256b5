import type { Deps } from '../../src/app/deps.ts'
import type { Place } from '../../src/app/edit-card.ts'
import type { WindowSize } from '../../src/ui/frame/picture.ts'
import type { Screen } from '../../src/ui/screen.ts'
import { createStage } from '../../src/ui/stage.ts'
import { followView } from '../../src/ui/view-of.ts'

export interface DriveOptions {
  readonly size?: WindowSize
  /** What the learner does in the editor. */
  readonly edit?: (place: Place) => void
}

/** Screens without a terminal: keys go in by name, and the window's lines come out. */
export function drive(
  deps: Deps,
  start: Screen,
  { size = { columns: 80, rows: 24 }, edit }: DriveOptions = {},
) {
  const exits: unknown[] = []
  const stage = createStage(deps, start, async (place) => edit?.(place))
  stage.attach({ exit: (error) => exits.push(error), suspendTerminal: (callback) => callback() })
  const current = followView(stage)
  const lines = () =>
    current()
      .compose(size)
      .lines.map((runs) => runs.map(({ text }) => text).join(''))
  return {
    /** Characters by themselves, other keys by their names: `press('space', '3')`. */
    press: (...names: readonly string[]) => {
      for (const name of names) {
        const text = name === 'space' ? ' ' : name.length === 1 ? name : undefined
        current().hear({ name, text }, size)
      }
    },
    paste: (text: string) => current().type(text),
    lines,
    text: () => lines().join('\n'),
    frame: () => current().compose(size),
    /** Begins what the screen does by itself, as when it is mounted. */
    start: () => current().start(),
    kind: () => stage.machine.get().shown.kind,
    /** One entry for each exit, with its error. */
    exits,
  }
}
