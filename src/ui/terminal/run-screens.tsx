import { render } from 'ink'
import type { Choice } from '../graphics/choose-graphics.ts'
import { openImageTerminal } from '../graphics/image-terminal.ts'
import type { Stage } from '../stage.ts'
import type { Look } from '../theme/theme.ts'
import { InkWindow } from './ink-window.tsx'

export interface RunOptions {
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
  readonly look: Look
  readonly choice: Choice
  /** ink now restores the terminal, also on a signal and on a crash. */
  readonly onTakenOver: () => void
}

/** Runs the screens in ink until the learner leaves. Rejects with what ended them otherwise. */
export async function runScreens(stage: Stage, options: RunOptions): Promise<void> {
  const { stdin, stdout, look, choice, onTakenOver } = options
  const images = openImageTerminal(choice, { stdin, stdout })
  const app = render(<InkWindow stage={stage} look={look} images={images} />, {
    ...(images?.streams ?? { stdin, stdout }),
    alternateScreen: true,
    incrementalRendering: true,
    // Nothing here prints beside the screens.
    patchConsole: false,
    // ink would else draw nothing where CI is set, also on a terminal.
    interactive: true,
    maxFps: 60,
  })
  onTakenOver()
  try {
    await app.waitUntilExit()
  } finally {
    images?.close()
  }
}
