import type { Moment } from '../../core/day.ts'
import type { Locale } from '../../core/locale.ts'
import { drawHelp, HELP_KEYS } from '../help/help-view.ts'
import { type Messages, messagesIn } from '../messages/messages.ts'
import type { Notice } from '../messages/notices.ts'
import { run } from '../text/line.ts'
import { wrap } from '../text/wrap.ts'
import { footerLines } from './key-table.ts'
import { type LaidOutFrame, layoutFrame } from './layout-frame.ts'
import { isTooSmall, textWidth, type WindowSize } from './picture.ts'
import type { Around, ScreenPlan } from './screen-plan.ts'

/** Where the learner is within a screen. */
export interface FrameView {
  readonly isHelpOpen: boolean
  readonly scroll: number
  /** To which text the scroll belongs. */
  readonly bodyKey: string
}

export const TOP: FrameView = { isHelpOpen: false, scroll: 0, bodyKey: '' }

export interface FrameInput<State, Event> {
  readonly plan: ScreenPlan<State, Event>
  readonly state: State
  readonly view: FrameView
  readonly locale: Locale
  readonly notice: Notice | undefined
  readonly size: WindowSize
  readonly now: Moment
}

export type ComposedFrame = LaidOutFrame & { readonly bodyKey: string }

/** All lines of the window. */
export function composeFrame<State, Event>(input: FrameInput<State, Event>): ComposedFrame {
  const { plan, state, view, locale, notice, size, now } = input
  const messages = messagesIn(locale)
  if (isTooSmall(size)) return pleaForRoom(size, messages)
  const around: Around = { locale, messages, width: textWidth(size), now }
  const keys = plan.keys(state)
  const picture = view.isHelpOpen ? drawHelp(keys, around) : plan.draw(state, around)
  const parts = {
    picture,
    notice: notice === undefined ? [] : wrap([run(notice.text[locale], notice.tone)], around.width),
    footer: footerLines(view.isHelpOpen ? HELP_KEYS : keys, messages, around.width),
    messages,
  }
  const scroll = view.bodyKey === picture.bodyKey ? view.scroll : 0
  return { ...layoutFrame(parts, size, scroll), bodyKey: picture.bodyKey }
}

function pleaForRoom({ rows, columns }: WindowSize, messages: Messages): ComposedFrame {
  const plea = wrap([run(messages.tooSmall)], columns).slice(0, rows)
  const filler = Array.from({ length: rows - plea.length }, () => [])
  return {
    lines: [...plea, ...filler],
    scroll: 0,
    lastScroll: 0,
    page: rows,
    cursor: undefined,
    bodyKey: '',
  }
}
