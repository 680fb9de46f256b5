import type { Moment } from '../../core/day.ts'
import { type Locale, type Say, sayIn } from '../../core/locale.ts'
import { imageRows, textWidth, type WindowSize, windowWidth } from './window-size.ts'

/** In which language, how wide and when a page is drawn. */
export interface Around {
  readonly locale: Locale
  /** Chooses that language. */
  readonly say: Say
  /** Of texts. */
  readonly width: number
  /** Of what stands in columns: all that the window has. */
  readonly windowWidth: number
  /** How high an image may be, for what is asked and the keys to stay in sight. */
  readonly imageRows: number
  readonly now: Moment
}

export function aroundIn(size: WindowSize, locale: Locale, now: Moment): Around {
  return {
    locale,
    say: sayIn(locale),
    width: textWidth(size),
    windowWidth: windowWidth(size),
    imageRows: imageRows(size),
    now,
  }
}
