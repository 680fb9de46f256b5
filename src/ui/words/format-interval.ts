import { type Instant, MINUTE_MS, type StudyDay } from '../../core/day.ts'
import type { Text } from '../../core/locale.ts'
import { isAhead, type SeenMemory } from '../../core/memory.ts'

const DAYS_A_MONTH = 30.44
const DAYS_A_YEAR = 365.25

/**
 * How long until a memory comes back: `10m`, `8d`, `1.2y`. One that lies ahead, as under a clock that ran
 * ahead, is due.
 */
export function formatDue(memory: SeenMemory, from: { at: Instant; day: StudyDay }): Text {
  if (isAhead(memory, from.day)) return formatDays(0)
  return memory.kind === 'review' ? formatDays(memory.dueDay - from.day) : formatMinutes(memory.due - from.at)
}

export function formatMinutes(ms: number): Text {
  const minutes = Math.round(ms / MINUTE_MS)
  if (minutes < 1) return { en: '<1m', zh: '<1 分钟' }
  return minutes < 100 ? measure(minutes, 'm', '分钟') : measure(minutes / 60, 'h', '小时')
}

export function formatDays(days: number): Text {
  if (days < 60) return measure(Math.max(0, Math.round(days)), 'd', '天')
  if (days < DAYS_A_YEAR) return measure(days / DAYS_A_MONTH, 'mo', '个月')
  return measure(days / DAYS_A_YEAR, 'y', '年')
}

export function formatPercent(share: number): string {
  return `${Math.round(share * 100)}%`
}

function measure(value: number, en: string, zh: string): Text {
  const number = Number(value.toFixed(1))
  return { en: `${number}${en}`, zh: `${number} ${zh}` }
}
