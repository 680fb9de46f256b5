import { count, type Say, type Text } from '../../core/locale.ts'
import { BLANK, cropLine, type Line, line, printable, run, spread } from '../text/line.ts'
import type { Page } from './page.ts'
import { marginOf, textWidth, type WindowSize, windowWidth } from './window-size.ts'

export interface FrameParts {
  readonly page: Page
  readonly notice: readonly Line[]
  readonly footer: (mostLines: number) => readonly Line[]
  readonly say: Say
}

export interface LaidOutFrame {
  /** As many as the window has rows, none wider than the window. */
  readonly lines: readonly Line[]
  /** The first line of the body that is shown, of at most `lastScroll`. */
  readonly scroll: number
  readonly lastScroll: number
  /** How many lines of the body are shown at once. */
  readonly room: number
  readonly cursor: { readonly x: number; readonly y: number } | undefined
}

/** The body keeps at least so many rows: pinned lines and footer give way. */
const LEAST_BODY = 3

/**
 * Title, body, what is pinned, footer: exactly filling the window.
 * @param wantedScroll undefined where nobody has scrolled this body
 */
export function layoutFrame(
  { page, notice, ...parts }: FrameParts,
  size: WindowSize,
  wantedScroll: number | undefined,
): LaidOutFrame {
  const width = textWidth(size)
  const title = spread(page.title, page.aside, width)
  const head = size.rows < 20 ? [title] : [title, BLANK]
  const below = size.rows - head.length - LEAST_BODY - 1
  const footer = parts.footer(Math.max(1, Math.min(size.rows < 20 ? 2 : 3, below)))
  const foot = [...page.pinned, ...notice].slice(0, Math.max(0, below - footer.length))
  const room = size.rows - head.length - 1 - foot.length - footer.length
  const lastScroll = Math.max(0, page.body.length - room)
  const scroll = Math.max(0, Math.min(lastScroll, focused(page, room) ?? wantedScroll ?? started(page, room)))
  const shown = page.body.slice(scroll, scroll + room)
  const filler = Array.from({ length: room - shown.length }, () => BLANK)
  const rest = lastScroll === 0 ? BLANK : line(parts.say(restText(lastScroll - scroll)), 'hint')
  const lines = [...head, ...shown, ...filler, rest, ...foot, ...footer]
  const margin = marginOf(size.columns)
  const { cursor } = page
  return {
    lines: lines.map((runs) => addMargin(cropLine(printable(runs), windowWidth(size)), margin)),
    scroll,
    lastScroll,
    room,
    cursor:
      cursor !== undefined && cursor.line < foot.length
        ? { x: Math.min(size.columns - 1, cursor.column + margin), y: head.length + room + 1 + cursor.line }
        : undefined,
  }
}

/** In the middle of its room where that is possible. */
function focused({ focus }: Page, room: number): number | undefined {
  return focus === undefined ? undefined : focus - Math.floor(room / 2)
}

/** As little as gives half of the room to what begins there, or all that it takes. */
function started({ start = 0, body }: Page, room: number): number {
  return Math.min(body.length, start + Math.ceil(room / 2)) - room
}

function restText(left: number): Text {
  return left === 0
    ? { en: '— end: k scrolls up —', zh: '— 到底了，按 k 向上 —' }
    : { en: `↓ ${count(left, 'more line')}: j k`, zh: `↓ 还有 ${left} 行：j k` }
}

function addMargin(runs: Line, margin: number): Line {
  return margin === 0 || runs.length === 0 ? runs : [run(' '.repeat(margin)), ...runs]
}
