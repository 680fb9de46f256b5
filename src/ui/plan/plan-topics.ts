import type { PlannedTopic } from '../../app/plan/report-plan.ts'
import type { Text } from '../../core/locale.ts'
import type { Around } from '../frame/around.ts'
import { cropText, type Line, line, padText, padTextStart, run } from '../text/line.ts'
import { formatPercent } from '../words/format-interval.ts'

const NUMBER_WIDTHS = [11, 11, 11]
const BAR = 10
const WIDEST_NAME = 30
/** Below it names have the room of the bars. */
const WIDE = 72
const NARROW_WIDTHS = [7, 10, 10]

/** Expected recall on the date by topic, the weakest first. */
export function planTopicLines(topics: readonly PlannedTopic[], { say, width }: Around): readonly Line[] {
  const isWide = width >= WIDE
  const widths = isWide ? NUMBER_WIDTHS : NARROW_WIDTHS
  const room = width - widths.reduce((sum, one) => sum + one, isWide ? BAR + 2 : 0)
  const nameWidth = Math.max(10, Math.min(WIDEST_NAME, room))
  const row = (name: string, numbers: readonly string[]) =>
    padText(cropText(name, nameWidth), nameWidth) +
    numbers.map((text, at) => padTextStart(text, widths[at] ?? 0)).join('')
  return [
    line(row(say({ en: 'topic', zh: '主题' }), COLUMNS.map(say)), 'hint'),
    ...topics.map(({ title, cards, recall: { mean, low, high } }): Line => {
      const full = Math.round(mean * BAR)
      const numbers = [String(cards), formatPercent(mean), `${formatPercent(low)}–${formatPercent(high)}`]
      const named = run(row(say(title), numbers))
      if (!isWide) return [named]
      return [named, run(`  ${'█'.repeat(full)}`, 'good'), run('░'.repeat(BAR - full), 'hint')]
    }),
  ]
}

const COLUMNS: readonly Text[] = [
  { en: 'cards', zh: '卡片' },
  { en: 'recalled', zh: '能想起' },
  { en: 'between', zh: '区间' },
]
