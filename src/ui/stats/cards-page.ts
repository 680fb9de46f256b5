import type { HardCard, Statistics } from '../../app/collect-statistics.ts'
import type { KeptBackCard } from '../../app/list-kept-back.ts'
import { count, type Text } from '../../core/locale.ts'
import { FIGURE_NAMES } from '../../core/statistics/figure-names.ts'
import type { Around } from '../frame/around.ts'
import { BLANK, cropText, type Line, line, run } from '../text/line.ts'
import { paragraph } from '../text/paragraph.ts'
import { promptLine } from '../text/prompt-line.ts'
import { formatDays } from '../words/format-interval.ts'
import { KEPT_BACK_BY_COMMAND, marksText, NONE_KEPT_BACK, SUSPENDED } from '../words/marks-text.ts'
import { enumerate } from '../words/punctuation.ts'
import { nothingYet, section } from './section.ts'

/** The cards that cost most. */
export function cardsPage(statistics: Statistics, around: Around): readonly Line[] {
  const { hardest, leechCards } = statistics
  const { width } = around
  return [
    ...section(FIGURE_NAMES.hardest, around, (room) =>
      hardest.length === 0
        ? nothingYet(around)
        : hardest.flatMap((card) => cardLines(card.card, card.content, hardText(card), around, room)),
    )(width),
    BLANK,
    ...section(FIGURE_NAMES.leeches, around, (room) =>
      leechCards.length === 0
        ? nothingYet(around)
        : leechCards.flatMap((card) => cardLines(card.id, card.card, leechText(card), around, room)),
    )(width),
    BLANK,
    ...paragraph(around, marksText(statistics, KEPT_BACK_BY_COMMAND) ?? NONE_KEPT_BACK, 'hint'),
  ]
}

function cardLines(
  id: string,
  content: HardCard['content'],
  about: Text,
  { say, locale }: Around,
  width: number,
): readonly Line[] {
  const prompt = content ? promptLine(content, locale) : id
  return [line(cropText(prompt, width)), [run(cropText(`  ${say(about)}  ${id}`, width), 'hint')]]
}

function hardText({ difficulty, lapses, stability }: HardCard): Text {
  const number = difficulty.toFixed(1)
  const days = formatDays(stability)
  return enumerate([
    { en: `difficulty ${number}`, zh: `难度 ${number}` },
    { en: `forgotten ${count(lapses, 'time')}`, zh: `忘记 ${lapses} 次` },
    { en: `stability ${days.en}`, zh: `稳定性 ${days.zh}` },
  ])
}

function leechText({ lapses, suspended }: KeptBackCard): Text {
  return enumerate([
    { en: `forgotten ${count(lapses, 'time')}`, zh: `忘记 ${lapses} 次` },
    ...(suspended ? [SUSPENDED] : []),
  ])
}
