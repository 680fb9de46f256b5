import type { Deps } from '../../app/deps.ts'
import { knownCards } from '../../app/known-cards.ts'
import { limitsOfDay } from '../../app/limits-of-day.ts'
import { type NewCardsToday, newCardsToday } from '../../app/new-cards-today.ts'
import { type ReviewOptions, scheduledQueue } from '../../app/open-session.ts'
import { listQueue, type QueueLine } from '../../app/today-queue.ts'
import { queueFields } from '../../output/json/queue-json.ts'
import { openDeps } from '../open-deps.ts'
import { print, printJson } from '../print.ts'
import { type ReviewFlags, reviewOptions } from './review-options.ts'

/** What a session would ask. */
export async function printQueue(flags: ReviewFlags): Promise<void> {
  const deps = await openDeps()
  const options = reviewOptions(flags)
  const queue = await linesOf(deps, options)
  if (flags.json) return printJson(queueFields(queue))
  const text = await import('../../ui/plain/queue-text.ts')
  print(
    queue.length === 0
      ? text.emptyQueueText(deps, limitOf(deps, options))
      : text.queueText(deps, queue, options.mode),
  )
}

/** What may keep new cards back; undefined where no limit counts. */
function limitOf(deps: Deps, { decks, exercise, mode }: ReviewOptions): NewCardsToday | undefined {
  if (mode !== 'scheduled' || exercise !== undefined) return undefined
  return newCardsToday(deps, knownCards(deps), limitsOfDay(deps, deps.now()), decks)
}

async function linesOf(deps: Deps, options: ReviewOptions): Promise<readonly QueueLine[]> {
  if (options.mode !== 'scheduled')
    return (await import('../../app/list-session.ts')).listSession(deps, options)
  return listQueue(deps, scheduledQueue(deps, options, deps.now()), options.limit)
}
