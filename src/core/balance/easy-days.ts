import { type StudyDay, weekdayOf } from '../day.ts'

/** How much of what other days hold should come due: a half, or what cannot come on another. */
const SHARES = { normal: 1, reduced: 0.5, minimal: 0.001 } as const
type Ease = keyof typeof SHARES

export const EASES = Object.keys(SHARES) as readonly Ease[]

/** As settings name them; the week begins on Monday. */
export const WEEKDAYS: readonly string[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** For each weekday the share of it. */
export type EasyDays = readonly number[]

export const NO_EASY_DAYS: EasyDays = WEEKDAYS.map(() => SHARES.normal)

/** Of a text like `sat=reduced,sun=minimal`; undefined for one that is none. */
export function parseEasyDays(text: string): EasyDays | undefined {
  const shares = [...NO_EASY_DAYS]
  for (const part of text.split(',').map((one) => one.trim())) {
    if (part === '') continue
    const [weekday = '', ease = ''] = part.split('=')
    const at = WEEKDAYS.indexOf(weekday)
    if (at < 0 || !isEase(ease)) return undefined
    shares[at] = SHARES[ease]
  }
  return shares
}

export function shareOf(easyDays: EasyDays, day: StudyDay): number {
  return easyDays[weekdayOf(day)] ?? SHARES.normal
}

function isEase(text: string): text is Ease {
  return Object.hasOwn(SHARES, text)
}
