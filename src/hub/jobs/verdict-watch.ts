import { setTimeout as pause } from 'node:timers/promises'
import type { Sql } from '../database/database.ts'

/** Tells those who wait for verdicts of them, by one question for all that wait at this hub. */
export interface VerdictWatch {
  /** Until the submission is judged, or is gone, the time is over, or the watch ends. */
  readonly judged: (submission: string, mostMs: number) => Promise<void>
  readonly end: () => void
}

const LOOK_MS = 500

export function watchVerdicts(sql: Sql): VerdictWatch {
  const awaited = new Map<string, Set<() => void>>()
  let isLooking = false
  let hasEnded = false

  async function look(): Promise<void> {
    if (isLooking) return
    isLooking = true
    try {
      while (awaited.size > 0) {
        await pause(LOOK_MS, undefined, { ref: false })
        for (const id of await decided(sql, [...awaited.keys()])) tellOf(id)
      }
    } catch {
      // The next question of one of them says what is wrong.
      for (const id of awaited.keys()) tellOf(id)
    } finally {
      isLooking = false
    }
  }

  function tellOf(submission: string): void {
    for (const tell of awaited.get(submission) ?? []) tell()
  }

  return {
    async judged(submission, mostMs) {
      if (hasEnded) return
      const { promise, resolve } = Promise.withResolvers<void>()
      const waiting = awaited.get(submission) ?? new Set()
      awaited.set(submission, waiting.add(resolve))
      const timer = setTimeout(resolve, mostMs)
      void look()
      await promise
      clearTimeout(timer)
      waiting.delete(resolve)
      if (waiting.size === 0) awaited.delete(submission)
    },
    end() {
      hasEnded = true
      for (const id of awaited.keys()) tellOf(id)
    },
  }
}

/** Those of them that wait no more. */
async function decided(sql: Sql, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await sql.query<{ readonly id: string }>(
    'select id from submission where id = any($1) and waiting',
    [ids],
  )
  const waiting = new Set(rows.map(({ id }) => id))
  return ids.filter((id) => !waiting.has(id))
}
