import { readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Instant } from '../core/day.ts'

/**
 * When each file of a folder was handed out as a starter. It lies beside them and not in the log: it is about files, which another
 * device has not.
 */
const NAME = '.begun.json'

export function markBegun(path: string, at: Instant): void {
  const marks = { ...readMarks(path), [basename(path)]: at }
  writeFileSync(marksBeside(path), `${JSON.stringify(marks, undefined, 2)}\n`)
}

/** Undefined for a file that was not handed out. */
export function begunAt(path: string): Instant | undefined {
  return readMarks(path)[basename(path)]
}

/** A file of marks that is missing or broken marks nothing. */
function readMarks(path: string): { readonly [name: string]: Instant } {
  try {
    const read: unknown = JSON.parse(readFileSync(marksBeside(path), 'utf8'))
    const marks = typeof read === 'object' && read !== null ? Object.entries(read) : []
    return Object.fromEntries(marks.filter(([, at]) => Number.isFinite(at)))
  } catch {
    return {}
  }
}

function marksBeside(path: string): string {
  return join(dirname(path), NAME)
}
