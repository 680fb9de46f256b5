import { LAST_INSTANT } from '../../../core/day.ts'

/** A row of Anki's review log. */
export interface LogRow {
  /** When it was. */
  readonly id: number
  readonly ease: number
  readonly factor: number
  readonly time: number
  readonly type: number
}

export type LifeStep =
  | { readonly kind: 'review'; readonly row: LogRow; readonly rating: 1 | 2 | 3 | 4 }
  | { readonly kind: 'forget'; readonly row: LogRow }
  | { readonly kind: 'left-out'; readonly why: 'cram' | 'by-hand' | 'no-time' }

const [LEARNING, FILTERED, MANUAL] = [0, 3, 4]

/**
 * What a card's rows mean, as Anki's own optimizer reads them: cramming changed no schedule, what was set by
 * hand is no answer, and where learning begins anew, what lies before is of an earlier life.
 */
export function lifeOf(rows: readonly LogRow[]): readonly LifeStep[] {
  const begin = lastBeginning(rows)
  return rows.flatMap((row, at): readonly LifeStep[] => {
    const step = stepOf(row)
    return at === begin && at > 0 ? [{ kind: 'forget', row }, step] : [step]
  })
}

/** Whether all of the card's last life is there. */
export function isWhole(rows: readonly LogRow[]): boolean {
  const reset = rows.findLastIndex(isReset)
  const first = rows.slice(reset + 1).find(isAnswer)
  return first !== undefined && (first.type === LEARNING || reset >= 0 || lastBeginning(rows) >= 0)
}

function lastBeginning(rows: readonly LogRow[]): number {
  const answers = rows.map((row, at) => ({ row, at })).filter(({ row }) => isAnswer(row) || isReset(row))
  const place = answers.findLastIndex(({ row }, nth) => {
    const before = answers[nth - 1]?.row
    return row.type === LEARNING && before !== undefined && before.type !== LEARNING && !isReset(before)
  })
  return answers[place]?.at ?? -1
}

function stepOf(row: LogRow): LifeStep {
  if (row.id < 0 || row.id > LAST_INSTANT) return { kind: 'left-out', why: 'no-time' }
  if (isReset(row)) return { kind: 'forget', row }
  if (isAnswer(row)) return { kind: 'review', row, rating: row.ease as 1 | 2 | 3 | 4 }
  return { kind: 'left-out', why: row.type === FILTERED ? 'cram' : 'by-hand' }
}

function isReset({ ease, type, factor }: LogRow): boolean {
  return ease === 0 && type === MANUAL && factor === 0
}

function isAnswer({ id, ease, type, factor }: LogRow): boolean {
  return id >= 0 && ease >= 1 && ease <= 4 && !(type === FILTERED && factor === 0)
}
