import type { Deps } from '../../app/deps.ts'
import type { KeptBackCard } from '../../app/list-kept-back.ts'
import { count, type Text } from '../../core/locale.ts'
import type { Around } from '../frame/around.ts'
import { BLANK, cropText, type Line, line, lineWidth, padText } from '../text/line.ts'
import { paragraph } from '../text/paragraph.ts'
import { promptLine } from '../text/prompt-line.ts'
import { NONE_KEPT_BACK, SUSPENDED } from '../words/marks-text.ts'
import { enumerate } from '../words/punctuation.ts'
import { plainAround, plainText } from './plain-text.ts'

/** Cards that no queue asks and how to take one up again, and the leeches that were taken up. */
export function keptBackText(deps: Deps, cards: readonly KeptBackCard[]): string {
  const around = plainAround(deps)
  if (cards.length === 0) return around.say(NONE_KEPT_BACK)
  const suspended = cards.filter((card) => card.suspended).length
  const head = [
    ...(suspended > 0 ? [wayBack(suspended)] : []),
    ...(suspended < cards.length ? [askedLeeches(cards.length - suspended)] : []),
  ]
  return plainText([
    ...head.flatMap((text) => paragraph(around, text)),
    BLANK,
    ...cards.map((card) => cardLine(card, around)),
  ])
}

function wayBack(cards: number): Text {
  return {
    en: `${count(cards, 'card')} suspended. Take one up again with \`anneal review suspend CARD --off\`.`,
    zh: `已暂停 ${cards} 张卡片，用 \`anneal review suspend CARD --off\` 恢复。`,
  }
}

function askedLeeches(leeches: number): Text {
  return {
    en: `Asked again: ${count(leeches, 'leech', 'leeches')}. A clearer text helps: \`e\` in a review.`,
    zh: `恢复后仍会出现的顽固卡片：${leeches} 张。把文字改清楚会有帮助：复习时按 \`e\`。`,
  }
}

function cardLine({ id, card, ...marks }: KeptBackCard, { say, locale, width }: Around): Line {
  const start = `${padText(id, 40)} ${say(marksText(marks))}  `
  const text = card ? promptLine(card, locale) : say(GONE)
  return line(start + cropText(text, Math.max(LEAST_PROMPT, width - lineWidth(line(start)))))
}

/** In a window too narrow for it the line wraps. */
const LEAST_PROMPT = 10

const GONE: Text = { en: '(in no deck)', zh: '（不在任何卡组中）' }

function marksText({ suspended, leech, lapses }: Omit<KeptBackCard, 'id' | 'card'>): Text {
  return enumerate([...(suspended ? [SUSPENDED] : []), ...(leech ? [leechText(lapses)] : [])])
}

function leechText(lapses: number): Text {
  return { en: `leech (forgotten ${lapses} times)`, zh: `顽固（忘了 ${lapses} 次）` }
}
