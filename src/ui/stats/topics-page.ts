import type { Statistics } from '../../app/collect-statistics.ts'
import { FIGURE_NAMES } from '../../core/statistics/figure-names.ts'
import type { Mastery } from '../../core/statistics/mastery.ts'
import type { Around } from '../frame/around.ts'
import { cropText, type Line, line, lineWidth, padText, padTextStart, run } from '../text/line.ts'
import { paragraph } from '../text/paragraph.ts'
import { formatPercent } from '../words/format-interval.ts'
import { section } from './section.ts'

export function topicsPage({ decks }: Statistics, around: Around): readonly Line[] {
  return section(FIGURE_NAMES.mastery, around, (width) => [
    ...masteryLines(decks, around, width),
    ...paragraph({ ...around, width }, WHAT_MASTERY_IS, 'hint'),
  ])(around.width)
}

const WHAT_MASTERY_IS = {
  en: 'Mastery: half the recall of its cards today, half that of its exercises; what was never seen counts 0.',
  zh: '掌握度：卡片今天的想起概率占一半，练习占一半；从未学过的按 0 计。',
}

const BAR = 10

function masteryLines(decks: readonly Mastery[], { say }: Around, width: number): readonly Line[] {
  const columns = [
    say({ en: 'seen', zh: '已学' }),
    say({ en: 'stable', zh: '稳定' }),
    say({ en: 'recall', zh: '想起' }),
    say({ en: 'solved', zh: '通过' }),
    say({ en: 'mastery', zh: '掌握' }),
  ]
  const rows = decks.map((mastery) => ({ mastery, texts: textsOf(mastery) }))
  const widths = [columns, ...rows.map(({ texts }) => texts)].flat().map((text) => lineWidth(line(text)))
  const numberWidth = Math.max(7, ...widths) + 1
  const isWide = width >= columns.length * numberWidth + BAR + 20
  const shown = isWide ? columns : columns.slice(-2)
  const nameWidth = Math.max(10, Math.min(34, width - shown.length * numberWidth - BAR - 1))
  const row = (name: string, texts: readonly string[]) =>
    padText(cropText(name, nameWidth), nameWidth) +
    texts
      .slice(-shown.length)
      .map((text) => padTextStart(text, numberWidth))
      .join('')
  return [
    line(row(say({ en: 'deck', zh: '卡组' }), columns), 'hint'),
    ...rows.map(
      ({ mastery: { deck, mastery }, texts }): Line => [
        run(row(say(deck.title), texts)),
        run(` ${'█'.repeat(Math.round(mastery * BAR))}`, 'good'),
        run('░'.repeat(BAR - Math.round(mastery * BAR)), 'hint'),
      ],
    ),
  ]
}

function textsOf({ total, seen, stable, recall, exercises, mastery }: Mastery): readonly string[] {
  return [
    `${seen}/${total}`,
    `${stable}`,
    formatPercent(recall),
    exercises.total === 0 ? '—' : `${exercises.accepted}/${exercises.total}`,
    formatPercent(mastery),
  ]
}
