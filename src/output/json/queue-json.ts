import type { QueueLine } from '../../app/today-queue.ts'

/** What `review --json` prints. */
export function queueFields(queue: readonly QueueLine[]): object {
  return { queue }
}
