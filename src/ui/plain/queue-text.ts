import type { Deps } from '../../app/deps.ts'
import type { QueueLine } from '../../app/today-queue.ts'
import { studyDayOf } from '../../core/day.ts'
import type { SeenMemory } from '../../core/memory.ts'
import type { Rating } from '../../core/rating.ts'
import { formatDue, formatMinutes } from '../format-interval.ts'
import { BLANK, line, padText } from '../text/line.ts'
import { plainAround, plainText } from './plain-text.ts'

/** What a session would ask, in its order. */
export function queueText(deps: Deps, queue: readonly QueueLine[]): string {
  const { messages, now } = plainAround(deps)
  if (queue.length === 0) return messages.review.nothingToReview
  const rows = queue.map(({ card, kind, due }) => {
    const when = due === undefined ? '' : ` ${formatMinutes(due - now.at, messages)}`
    return line(`${padText(card, 44)} ${messages.home.dueParts[PART[kind]]}${when}`)
  })
  return plainText([line(messages.home.dueCards(queue.length)), BLANK, ...rows])
}

const PART = { recalled: 'recalled', learning: 'learning', review: 'reviews', new: 'fresh' } as const

/** What became of a card that was suspended or taken up again. */
export function suspensionText(deps: Deps, card: string, suspended: boolean): string {
  const { review, punctuation } = plainAround(deps).messages
  return card + punctuation.colon + (suspended ? review.suspended : review.takenUp)
}

/** What one review made of a card. */
export function answerText(deps: Deps, card: string, rating: Rating, memory: SeenMemory): string {
  const { messages, now } = plainAround(deps)
  const due = formatDue(memory, { at: now.at, day: studyDayOf(now) }, messages)
  return card + messages.punctuation.colon + messages.ratings[rating] + messages.punctuation.comma + due
}
