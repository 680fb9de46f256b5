import { DAY_MS, type Instant, type Moment } from '../../core/day.ts'
import { count, type Text } from '../../core/locale.ts'

/** How long ago something was, in whole days. */
export function ageText(at: Instant, now: Moment): Text {
  const days = Math.max(0, Math.floor((now.at - at) / DAY_MS))
  if (days === 0) return { en: 'within a day', zh: '一天之内' }
  return { en: `${count(days, 'day')} ago`, zh: `${days} 天前` }
}
