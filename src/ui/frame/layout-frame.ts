import type { Messages } from '../messages/messages.ts'
import { BLANK, cropLine, type Line, line, printable, run, spread } from '../text/line.ts'
import { marginOf, type Picture, textWidth, type WindowSize } from './picture.ts'

export interface FrameParts {
  readonly picture: Picture
  readonly notice: readonly Line[]
  readonly footer: readonly Line[]
  readonly messages: Messages
}

export interface LaidOutFrame {
  /** As many as the window has rows, none wider than the window. */
  readonly lines: readonly Line[]
  /** The first line of the body that is shown, of at most `lastScroll`. */
  readonly scroll: number
  readonly lastScroll: number
  readonly page: number
  readonly cursor: { readonly x: number; readonly y: number } | undefined
}

/** The body keeps at least so many rows: pinned lines and footer give way. */
const LEAST_BODY = 3

/** Title, body, what is pinned, footer: exactly filling the window. */
export function layoutFrame(parts: FrameParts, size: WindowSize, wantedScroll: number): LaidOutFrame {
  const { picture, messages } = parts
  const width = textWidth(size)
  const head = size.rows < 20 ? [titleOf(picture, width)] : [titleOf(picture, width), BLANK]
  const below = size.rows - head.length - LEAST_BODY - 1
  const footer = parts.footer.slice(0, Math.max(1, Math.min(2, below)))
  const foot = [...picture.pinned, ...parts.notice].slice(0, Math.max(0, below - footer.length))
  const page = size.rows - head.length - 1 - foot.length - footer.length
  const lastScroll = Math.max(0, picture.body.length - page)
  const scroll = Math.max(0, Math.min(lastScroll, focused(picture, page) ?? wantedScroll))
  const shown = picture.body.slice(scroll, scroll + page)
  const filler = Array.from({ length: page - shown.length }, () => BLANK)
  const rest = moreLine(scroll, lastScroll, messages)
  const lines = [...head, ...shown, ...filler, rest, ...foot, ...footer]
  const margin = marginOf(size.columns)
  const isCursorShown = picture.cursor && picture.cursor.line < foot.length
  return {
    lines: lines.map((runs) => addMargin(cropLine(printable(runs), width), margin)),
    scroll,
    lastScroll,
    page,
    cursor:
      picture.cursor && isCursorShown
        ? {
            x: Math.min(size.columns - 1, picture.cursor.column + margin),
            y: head.length + page + 1 + picture.cursor.line,
          }
        : undefined,
  }
}

function titleOf({ title, aside }: Picture, width: number): Line {
  return spread(title, aside, width)
}

/** In the middle of its room where that is possible. */
function focused({ focus }: Picture, page: number): number | undefined {
  return focus === undefined ? undefined : focus - Math.floor(page / 2)
}

function moreLine(scroll: number, lastScroll: number, messages: Messages): Line {
  if (lastScroll === 0) return BLANK
  const left = lastScroll - scroll
  return line(left === 0 ? messages.endOfText : messages.moreLines(left), 'hint')
}

function addMargin(runs: Line, margin: number): Line {
  return margin === 0 || runs.length === 0 ? runs : [run(' '.repeat(margin)), ...runs]
}
