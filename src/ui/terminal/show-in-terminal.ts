import { type Deps, settingsIn } from '../../app/deps.ts'
import type { Destination } from '../frame/destination.ts'
import type { WindowSize } from '../frame/window-size.ts'
import { chooseGraphics } from '../graphics/choose-graphics.ts'
import { createStage, type Stage } from '../stage.ts'
import { type Line, printable } from '../text/line.ts'
import { coloursOf, type Look, paintRun } from '../theme/theme.ts'
import { runEditor } from './run-editor.ts'

export interface TerminalOptions {
  readonly env: NodeJS.ProcessEnv
  readonly stdin?: NodeJS.ReadStream
  readonly stdout?: NodeJS.WriteStream
}

/**
 * Shows a screen, and those that it leads to, until the learner leaves; the terminal is then as it was, and
 * below it stands what the screens leave. Needs a terminal.
 * @throws Problem when the screen cannot be opened: no such deck, no such file
 */
export async function showInTerminal(
  deps: Deps,
  start: Destination,
  options: TerminalOptions,
): Promise<void> {
  const { env, stdout = process.stdout } = options
  const stage = createStage(deps, start, async (place) => {
    await runEditor(env, place)
    // ink draws on from where the cursor is left, and counts on the beginning of a line.
    stdout.write('\r')
  })
  const choice = chooseGraphics(settingsIn(deps).pictures, env)
  const look: Look = { colours: coloursOf(env), graphics: choice.graphics === 'text' ? 'text' : 'blocks' }
  const { stdin, release } = holdTerminal(options.stdin, stdout, firstFrame(stage, stdout, look))
  try {
    // Loaded behind the first frame: ink and react take longer than all before them.
    const { runScreens } = await import('./run-screens.tsx')
    await runScreens(stage, { stdin, stdout, look, choice, onTakenOver: release.forget })
    stage.close()
    stdout.write(lastWords(stage, stdout, look))
  } catch (error) {
    release.now()
    throw error
  }
}

const ENTER = '\x1b[?1049h\x1b[?25l\x1b[2J\x1b[H'
const LEAVE = '\x1b[?1049l\x1b[?25h'
const SIGNALS = ['SIGTERM', 'SIGHUP', 'SIGINT'] as const

interface HeldTerminal {
  readonly stdin: NodeJS.ReadStream
  readonly release: {
    /** Another has it now. */
    readonly forget: () => void
    readonly now: () => void
  }
}

/**
 * Takes the alternate screen, with a first frame, and the keys until ink does: what is typed meanwhile is
 * neither shown nor lost. The keys come last: Node makes their stream when it is first asked for, which takes
 * as long as to draw the frame.
 */
function holdTerminal(
  given: NodeJS.ReadStream | undefined,
  stdout: NodeJS.WriteStream,
  frame: string,
): HeldTerminal {
  let isHeld = true
  let stdin: NodeJS.ReadStream | undefined
  function forget(): void {
    isHeld = false
    for (const signal of SIGNALS) process.off(signal, end)
    process.off('exit', now)
  }
  function now(): void {
    if (!isHeld) return
    forget()
    stdout.write(LEAVE)
    stdin?.setRawMode(false)
  }
  function end(signal: NodeJS.Signals): void {
    now()
    process.kill(process.pid, signal)
  }
  for (const signal of SIGNALS) process.once(signal, end)
  process.once('exit', now)
  stdout.write(ENTER + frame)
  try {
    const keys = given ?? process.stdin
    keys.setRawMode(true)
    stdin = keys
    return { stdin: keys, release: { forget, now } }
  } catch (error) {
    now()
    throw error
  }
}

/** The frame that ink is about to draw, drawn without it. */
function firstFrame(stage: Stage, stdout: NodeJS.WriteStream, look: Look): string {
  return `${painted(stage.frame(sizeOf(stdout)).lines, look).join('\r\n')}\x1b[H`
}

/** Below what stood in the terminal before. */
function lastWords(stage: Stage, stdout: NodeJS.WriteStream, look: Look): string {
  const lines = stage.leavings(sizeOf(stdout)).map(printable)
  return painted(lines, look)
    .map((line) => `${line}\n`)
    .join('')
}

/** A serial line or a recorder may not know its own, and says 0: then what ink takes it for. */
function sizeOf({ columns, rows }: NodeJS.WriteStream): WindowSize {
  return columns > 0 && rows > 0 ? { columns, rows } : { columns: 80, rows: 24 }
}

function painted(lines: readonly Line[], look: Look): readonly string[] {
  return lines.map((runs) => runs.map((part) => paintRun(part, look)).join(''))
}
