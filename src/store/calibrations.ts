import type { Database } from 'better-sqlite3'
import type { KeptCalibration } from '../core/calibration/calibration.ts'
import type { EventId } from '../core/event.ts'
import { codeOf } from '../core/system-error.ts'
import { immediately } from './immediately.ts'

/** What was measured over all events up to one. */
export interface MeasuredCalibration {
  readonly event: EventId
  readonly kept: KeptCalibration
}

/** So many marks back may a late entry reach without a walk through the whole log. */
const KEPT = 6

export function createCalibrations(db: Database) {
  const selectLast = db.prepare<[], { readonly event: EventId; readonly value: string }>(
    'select event, value from calibration order by event desc limit 1',
  )
  const insert = db.prepare<[EventId, string]>(
    'insert into calibration (event, value) values (?, ?) on conflict do nothing',
  )
  const deleteOld = db.prepare<[]>(
    `delete from calibration where event not in (select event from calibration order by event desc limit ${KEPT})`,
  )
  const deleteBetween = db.prepare<[EventId, EventId]>(
    'delete from calibration where event > ? and event < ?',
  )
  const deleteFrom = db.prepare<[EventId]>('delete from calibration where event >= ?')
  // The one counts what others write, the other what this connection does.
  const selectChanges = db.prepare<[], number>('select total_changes()').pluck()
  const selectVersion = () => `${db.pragma('data_version', { simple: true })} ${selectChanges.get()}`
  const putIfUnchanged = immediately(
    db,
    (before: string, bound: EventId, marks: readonly MeasuredCalibration[]): void => {
      if (selectVersion() !== before) return
      for (const { event, kept } of marks) {
        insert.run(event, JSON.stringify(kept))
        deleteBetween.run(bound, event)
      }
      deleteOld.run()
    },
  )
  function keep(before: string, bound: EventId, marks: readonly MeasuredCalibration[]): void {
    try {
      putIfUnchanged(before, bound, marks)
    } catch (error) {
      // Another program goes on writing: who only looks need not fail for it, and the next look measures again.
      if (codeOf(error) !== 'SQLITE_BUSY') throw error
    }
  }
  return {
    last: (): MeasuredCalibration | undefined => {
      const row = selectLast.get()
      return row && { event: row.event, kept: JSON.parse(row.value) as KeptCalibration }
    },
    /** What changes when anybody writes. */
    version: selectVersion,
    /**
     * Keeps what was measured since `version` was asked for, of what lies behind `bound` the last alone;
     * nothing where something was written meanwhile, perhaps behind a mark, or another process is still
     * writing.
     */
    keep,
    forgetFrom: (event: EventId) => deleteFrom.run(event),
  }
}
