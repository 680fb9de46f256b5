import { basename, dirname, join } from 'node:path'
import type { Instant } from '../core/day.ts'
import { type Memory, repsOf } from '../core/memory.ts'
import { jsonIn } from '../disk/json-in.ts'
import { rewriteOrMake } from '../disk/rewrite-or-make.ts'

/**
 * In which round each file of a folder was handed out as a starter. It lies beside them and not in the log:
 * it is about files, which another device has not.
 */
const NAME = '.begun.json'

/**
 * How often the exercise had been rated by then, for clocks may be wrong; of the marks of older versions only the
 * time is known.
 */
type Mark = { readonly ratings: number } | Instant

export function markBegun(path: string, memory: Memory): void {
  const marks = { ...readMarks(path), [basename(path)]: { ratings: repsOf(memory) } }
  rewriteOrMake(marksBeside(path), `${JSON.stringify(marks, undefined, 2)}\n`)
}

/** Whether the exercise was rated since; undefined for a file that was not handed out. */
export function ratedSinceBegun(path: string, memory: Memory): boolean | undefined {
  const mark = readMarks(path)[basename(path)]
  if (mark === undefined) return undefined
  if (typeof mark !== 'number') return mark.ratings < repsOf(memory)
  return memory.kind !== 'new' && mark <= memory.lastReview
}

/** A file of marks that is missing or broken marks nothing. */
function readMarks(path: string): { readonly [name: string]: Mark } {
  const read = jsonIn(marksBeside(path))
  const marks = typeof read === 'object' && read !== null ? Object.entries(read) : []
  return Object.fromEntries(marks.filter(([, mark]) => isMark(mark)))
}

function isMark(mark: unknown): mark is Mark {
  const number = typeof mark === 'object' && mark !== null && 'ratings' in mark ? mark.ratings : mark
  return Number.isFinite(number)
}

function marksBeside(path: string): string {
  return join(dirname(path), NAME)
}
