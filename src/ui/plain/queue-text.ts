import type { Deps } from '../../app/deps.ts'
import type { NewCardsToday } from '../../app/new-cards-today.ts'
import type { ReviewMode } from '../../app/open-session.ts'
import type { QueueLine } from '../../app/today-queue.ts'
import { studyDayOf } from '../../core/day.ts'
import { count, type Text, verbatim } from '../../core/locale.ts'
import type { SeenMemory } from '../../core/memory.ts'
import type { Rating } from '../../core/rating.ts'
import { BLANK, line, padText } from '../text/line.ts'
import { DUE_KINDS, dueCards, NOTHING_TO_REVIEW } from '../words/due-words.ts'
import { formatDue, formatMinutes } from '../words/format-interval.ts'
import { isAtLimit, limitText, moreByCommand } from '../words/limit-text.ts'
import { SUSPENDED } from '../words/marks-text.ts'
import { COLON, enumerate, join } from '../words/punctuation.ts'
import { RATING_NAMES } from '../words/rating-names.ts'
import { plainAround, plainText } from './plain-text.ts'

/** What a session would ask, in its order. */
export function queueText(deps: Deps, queue: readonly QueueLine[], mode: ReviewMode): string {
  const { say, now } = plainAround(deps)
  const rows = queue.map(({ card, kind, due }) => {
    const when = due === undefined ? '' : ` ${say(formatMinutes(due - now.at))}`
    return line(`${padText(card, 44)} ${say(DUE_KINDS[PART[kind]])}${when}`)
  })
  return plainText([line(say(headText(queue.length, mode))), BLANK, ...rows])
}

/** That it asks nothing, and whether that is because of the limit. */
export function emptyQueueText(deps: Deps, newCards: NewCardsToday | undefined): string {
  const { say } = plainAround(deps)
  const atLimit = newCards && isAtLimit(newCards) ? [limitText(newCards, moreByCommand(newCards))] : []
  return [NOTHING_TO_REVIEW, ...atLimit].map(say).join('\n')
}

/** An interview and a cram draw their cards, whether they are due or not. */
function headText(cards: number, mode: ReviewMode): Text {
  if (mode === 'scheduled') return dueCards(cards)
  if (mode === 'ahead')
    return { en: `${count(cards, 'card')} before their day`, zh: `${cards} 张尚未到期的卡片` }
  return { en: `${count(cards, 'card')}, drawn anew each time`, zh: `${cards} 张卡片，每次重新抽取` }
}

const PART = { recalled: 'recalled', learning: 'learning', review: 'reviews', new: 'fresh' } as const

/** What became of a card that was suspended or taken up again. */
export function suspensionText(deps: Deps, card: string, suspended: boolean): string {
  const { say } = plainAround(deps)
  return say(join(verbatim(card), COLON, suspended ? SUSPENDED : TAKEN_UP))
}

const TAKEN_UP: Text = { en: 'taken up again', zh: '已恢复' }

/** What one review made of a card. */
export function answerText(deps: Deps, card: string, rating: Rating, memory: SeenMemory): string {
  const { say, now } = plainAround(deps)
  const due = formatDue(memory, { at: now.at, day: studyDayOf(now) })
  return say(join(verbatim(card), COLON, enumerate([RATING_NAMES[rating], due])))
}
