import { render } from 'ink'
import { Root } from './root.tsx'
import type { Stage } from './stage.ts'
import type { Colours } from './theme.ts'

export interface RunOptions {
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
  readonly colours: Colours
  /** ink now restores the terminal, also on a signal and on a crash. */
  readonly onTakenOver: () => void
}

/** Runs the screens in ink until the learner leaves. Rejects with what ended them otherwise. */
export async function runScreens(stage: Stage, options: RunOptions): Promise<void> {
  const { stdin, stdout, colours, onTakenOver } = options
  const app = render(<Root stage={stage} colours={colours} />, {
    stdin,
    stdout,
    alternateScreen: true,
    incrementalRendering: true,
    // Nothing here prints beside the screens.
    patchConsole: false,
    // ink would else draw nothing where CI is set, also on a terminal.
    interactive: true,
    maxFps: 60,
  })
  onTakenOver()
  await app.waitUntilExit()
}
