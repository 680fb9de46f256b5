import type { Moment } from '../../core/day.ts'
import { type Locale, type Say, sayIn } from '../../core/locale.ts'
import { run } from '../text/line.ts'
import { paragraph } from '../text/paragraph.ts'
import { wrap } from '../text/wrap.ts'
import { aroundIn } from './around.ts'
import type { OpenScreen } from './define-screen.ts'
import { drawHelp, HELP_KEYS } from './help-page.ts'
import { footerLines } from './key-table.ts'
import { type LaidOutFrame, layoutFrame } from './layout-frame.ts'
import type { Notice } from './notice.ts'
import { isTooSmall, type WindowSize } from './window-size.ts'

/** Where the learner is within a screen. */
export interface FrameView {
  readonly isHelpOpen: boolean
  readonly scroll: number
  /** To which text the scroll belongs. */
  readonly bodyKey: string
}

export const TOP: FrameView = { isHelpOpen: false, scroll: 0, bodyKey: '' }

export interface FrameInput {
  readonly screen: OpenScreen
  readonly view: FrameView
  readonly locale: Locale
  readonly notice: Notice | undefined
  readonly size: WindowSize
  readonly now: Moment
}

export type ComposedFrame = LaidOutFrame & { readonly bodyKey: string }

/** All lines of the window. */
export function composeFrame({ screen, view, locale, notice, size, now }: FrameInput): ComposedFrame {
  const say = sayIn(locale)
  if (isTooSmall(size)) return pleaForRoom(size, say)
  const around = aroundIn(size, locale, now)
  const page = view.isHelpOpen ? drawHelp(screen.keys(), around) : screen.draw(around)
  const parts = {
    page,
    notice: notice === undefined ? [] : paragraph(around, notice.text, notice.tone),
    footer: (mostLines: number) =>
      footerLines(view.isHelpOpen ? HELP_KEYS : screen.keys(), say, around.width, mostLines),
    say,
  }
  const scroll = view.bodyKey === page.bodyKey ? view.scroll : undefined
  return { ...layoutFrame(parts, size, scroll), bodyKey: page.bodyKey }
}

function pleaForRoom({ rows, columns }: WindowSize, say: Say): ComposedFrame {
  const text = say({ en: 'Make the window larger: at least 40x12.', zh: '请放大窗口：至少 40x12。' })
  const plea = wrap([run(text)], columns).slice(0, rows)
  const filler = Array.from({ length: rows - plea.length }, () => [])
  return {
    lines: [...plea, ...filler],
    scroll: 0,
    lastScroll: 0,
    room: rows,
    cursor: undefined,
    bodyKey: '',
  }
}
