import type { Line } from '../text/line.ts'
import type { Choice } from './choose-graphics.ts'
import { createKitty } from './kitty.ts'
import { overheardStdin } from './overheard-stdin.ts'
import { BEGIN_FRAME, END_FRAME, overlaidStdout } from './overlaid-stdout.ts'
import { createOverlay, type Dialect } from './overlay.ts'
import { createSixel } from './sixel.ts'
import { createSixelTerminal } from './sixel-terminal.ts'
import { ASK_DEVICE, ASK_SIZES, type TerminalReport, WANT_COLOURS } from './terminal-report.ts'

export interface TerminalStreams {
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
}

/** A terminal that shows images above its cells. */
export interface ImageTerminal {
  /** For ink. */
  readonly streams: TerminalStreams
  /** The lines of the frame that is written next. */
  readonly expect: (lines: readonly Line[]) => void
  readonly close: () => void
}

/**
 * Undefined where half blocks or text are all there is. The terminal must already be raw, for it may be asked
 * how large its cells are: the answer comes as input, whenever it comes, and till then the half blocks are
 * seen.
 */
export function openImageTerminal(
  { graphics, isForced }: Choice,
  streams: TerminalStreams,
): ImageTerminal | undefined {
  switch (graphics) {
    case 'kitty':
      return screenOn(streams, kittySpeaker())
    case 'sixel':
      return screenOn(streams, sixelSpeaker(streams.stdout, isForced))
    case 'blocks':
    case 'text':
      return undefined
  }
}

interface Speaker {
  readonly dialect: Dialect
  /** Where the terminal has to be asked first. */
  readonly questions?: TerminalQuestions
}

interface TerminalQuestions {
  readonly first: string
  /** With each size, for another one may come with another font. */
  readonly again: string
  readonly learn: (report: TerminalReport) => void
}

function kittySpeaker(): Speaker {
  // Two programs in one terminal hardly ever have the same.
  const firstImageId = 0x10000 * (1 + (process.pid % 0x7fff))
  return { dialect: createKitty(firstImageId) }
}

function sixelSpeaker(stdout: NodeJS.WriteStream, isForced: boolean): Speaker {
  const terminal = createSixelTerminal(isForced)
  return {
    dialect: createSixel(terminal.cell),
    questions: {
      first: WANT_COLOURS + ASK_SIZES + ASK_DEVICE,
      again: ASK_SIZES,
      learn: (report) => terminal.learn(report, stdout),
    },
  }
}

function screenOn({ stdin, stdout }: TerminalStreams, { dialect, questions }: Speaker): ImageTerminal {
  const overlay = createOverlay(dialect)
  let lines: readonly Line[] = []
  // A frame of another size is about to be replaced.
  const paint = () => (lines.length === stdout.rows ? overlay.paint(lines, stdout) : overlay.clear())
  const resized = () => void stdout.write(overlay.clear() + (questions?.again ?? ''))
  function listen({ first, learn }: TerminalQuestions): NodeJS.ReadStream {
    stdout.write(first)
    return overheardStdin(stdin, (report) => {
      learn(report)
      stdout.write(BEGIN_FRAME + overlay.clear() + paint() + END_FRAME)
    })
  }
  stdout.on('resize', resized)
  return {
    streams: {
      stdin: questions === undefined ? stdin : listen(questions),
      stdout: overlaidStdout(stdout, { afterFrame: paint, beforeOther: overlay.clear }),
    },
    expect: (expected) => {
      lines = expected
    },
    close: () => void stdout.off('resize', resized),
  }
}
