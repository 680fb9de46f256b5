import type { Moment } from '../../core/day.ts'
import type { Locale, Say } from '../../core/locale.ts'

/** In which language, how wide and when a page is drawn. */
export interface Around {
  readonly locale: Locale
  /** Chooses that language. */
  readonly say: Say
  /** Of texts. */
  readonly width: number
  /** Of what stands in columns: all that the window has. */
  readonly windowWidth: number
  readonly now: Moment
}
