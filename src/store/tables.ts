import type { Database } from 'better-sqlite3'
import { createAttempts } from './attempts.ts'
import { createCalibrations } from './calibrations.ts'
import { createLog } from './log.ts'
import { createProjections } from './projections.ts'

export type Tables = ReturnType<typeof openTables>

/** The log and what follows from it. */
export function openTables(db: Database) {
  return {
    log: createLog(db),
    projections: createProjections(db),
    attempts: createAttempts(db),
    calibrations: createCalibrations(db),
  }
}
