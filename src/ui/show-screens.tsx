import { render } from 'ink'
import type { Deps } from '../app/deps.ts'
import { Root } from './root.tsx'
import { type Environment, runEditor } from './run-editor.ts'
import type { Screen } from './screen.ts'
import { createStage } from './stage.ts'

export type { Screen } from './screen.ts'

export interface ScreenOptions {
  readonly env: Environment
  readonly stdin?: NodeJS.ReadStream
  readonly stdout?: NodeJS.WriteStream
}

/**
 * Shows a screen, and those that it leads to, until the learner leaves; the terminal is then as it was. Needs a terminal.
 * @throws Problem when the screen cannot be opened: no such deck, no such file
 */
export async function showScreens(deps: Deps, start: Screen, options: ScreenOptions): Promise<void> {
  const { env, stdin = process.stdin, stdout = process.stdout } = options
  const stage = createStage(deps, start, (place) => runEditor(env, place))
  const app = render(<Root stage={stage} colour={isColourWanted(env)} />, {
    stdin,
    stdout,
    alternateScreen: true,
    incrementalRendering: true,
    // ink would else draw nothing where CI is set, also on a terminal.
    interactive: true,
    maxFps: 60,
  })
  await app.waitUntilExit()
}

/** See no-color.org. */
function isColourWanted(env: Environment): boolean {
  return !env['NO_COLOR']
}
