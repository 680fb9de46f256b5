import type { Moment } from '../../core/day.ts'
import type { Locale, Say } from '../../core/locale.ts'

/** In which language, how wide and when a page is drawn. */
export interface Around {
  readonly locale: Locale
  /** Chooses that language. */
  readonly say: Say
  readonly width: number
  readonly now: Moment
}
