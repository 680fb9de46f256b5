import type { Deps } from '../../app/deps.ts'
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
  print((await import('../../ui/plain/queue-text.ts')).queueText(deps, queue, options.mode))
}

async function linesOf(deps: Deps, options: ReviewOptions): Promise<readonly QueueLine[]> {
  if (options.mode !== 'scheduled')
    return (await import('../../app/list-session.ts')).listSession(deps, options)
  return listQueue(deps, scheduledQueue(deps, options, deps.now()), options.limit)
}
