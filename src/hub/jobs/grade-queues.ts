import { hash } from 'node:crypto'
import type { Queue } from 'pg-boss'
import { LANGUAGES, type Language } from '../../core/exercise.ts'

/** What a job carries: the rest is in the database, and goes from there with the learner. */
export interface GradeJob {
  readonly submission: string
}

/** A queue for each language, so that a machine that cannot run one leaves its jobs to others. */
export function queueOf(language: Language): string {
  return `grade-${language}`
}

/** Where jobs come that killed, or outlived, each worker that took them. */
export const LOST_QUEUE = 'grade-lost'

/** How often a worker says that it is still at a job. */
export const HEARTBEAT_SECONDS = 5

/** How often somebody looks for workers that say nothing any more. */
export const LOOK_SECONDS = 5

const DAY = 24 * 60 * 60

/** Its submission is the same job however often it is sent. */
export function jobIdOf(submission: string): string {
  const hex = hash('sha256', submission)
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The dead are noticed after 20 + 5 seconds; a grading may take as long as it says that it lives. */
export const GRADE_QUEUES: readonly Queue[] = [
  { name: LOST_QUEUE, retentionSeconds: 365 * DAY, deleteAfterSeconds: DAY },
  ...LANGUAGES.map((language) => ({
    name: queueOf(language),
    deadLetter: LOST_QUEUE,
    retryLimit: 3,
    heartbeatSeconds: 20,
    expireInSeconds: 3600,
    // Without any worker a submission waits, and is not dropped.
    retentionSeconds: 365 * DAY,
    deleteAfterSeconds: DAY,
  })),
]
