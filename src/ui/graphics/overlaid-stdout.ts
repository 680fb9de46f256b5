import { withMethod } from './with-method.ts'

/** What stands above the frames of a terminal. */
export interface Above {
  /** To be written after a frame, before the terminal shows it. */
  readonly afterFrame: () => string
  /** To be written before what may move or erase what stands there. */
  readonly beforeOther: () => string
}

/** ink brackets each frame by these, so that the terminal shows it at once. */
export const BEGIN_FRAME = '\x1b[?2026h'
export const END_FRAME = '\x1b[?2026l'
const ERASE_BELOW = '\x1b[J'

/**
 * The stream for ink: the same one, but that what it writes comes with what stands above. All else it writes
 * is for clearing, entering and leaving.
 */
export function overlaidStdout(
  stdout: NodeJS.WriteStream,
  { afterFrame, beforeOther }: Above,
): NodeJS.WriteStream {
  let isInFrame = false

  function overlaid(text: string): string {
    if (text === '') return text
    if (text === END_FRAME) {
      isInFrame = false
      return afterFrame() + text
    }
    if (text === BEGIN_FRAME) isInFrame = true
    return isInFrame && !text.includes(ERASE_BELOW) ? text : beforeOther() + text
  }

  function write(chunk: unknown, ...rest: readonly unknown[]): unknown {
    return Reflect.apply(stdout.write, stdout, [typeof chunk === 'string' ? overlaid(chunk) : chunk, ...rest])
  }
  return withMethod(stdout, 'write', write)
}
