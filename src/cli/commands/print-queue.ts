import { listQueue, todayQueue } from '../../app/today-queue.ts'
import { queueFields } from '../../output/json/queue-json.ts'
import { openDeps } from '../open-deps.ts'
import { print, printJson } from '../print.ts'
import { type ReviewFlags, reviewOptions } from './review-options.ts'

/** What a session would ask. */
export async function printQueue(flags: ReviewFlags): Promise<void> {
  const deps = await openDeps()
  const queue = listQueue(deps, todayQueue(deps, reviewOptions(flags), deps.now()), flags.limit)
  if (flags.json) return printJson(queueFields(queue))
  print((await import('../../ui/plain/queue-text.ts')).queueText(deps, queue))
}
