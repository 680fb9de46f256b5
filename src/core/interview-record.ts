import { type Instant, MINUTE_MS } from './day.ts'
import type { CardId, ExerciseId } from './ids.ts'
import type { Rating } from './rating.ts'
import type { VerdictKind } from './verdict.ts'

/** A mock interview, as far as it went. */
export interface InterviewRecord {
  /** When it began, as in `2026-11-24T12:00:00.000Z`; names it. */
  readonly begun: string
  readonly questions: number
  readonly answers: readonly RecordedAnswer[]
  readonly task?: TimedTask
}

export interface RecordedAnswer {
  readonly card: CardId
  readonly rating: Rating
  readonly durationMs: number
}

/** An exercise that is done under the interview's clock. */
export interface TimedTask {
  readonly exercise: ExerciseId
  readonly minutes: number
  readonly begunAt: Instant
  readonly end?: TaskEnd
}

/** The first acceptance, else what came last. */
export interface TaskEnd {
  readonly outcome: VerdictKind | 'given-up'
  readonly at: Instant
}

/** Without what a log adds. */
export function recordOf({ begun, questions, answers, task }: InterviewRecord): InterviewRecord {
  return { begun, questions, answers, ...(task && { task }) }
}

/** Whether its clock runs: what is submitted later is no part of the interview. */
export function isTaskOpen(task: TimedTask, at: Instant): boolean {
  return !isTaskDone(task) && timeLeft(task, at) > 0
}

export function isTaskDone({ end }: TimedTask): boolean {
  return end?.outcome === 'accepted' || end?.outcome === 'given-up'
}

export function timeLeft({ begunAt, minutes }: TimedTask, at: Instant): number {
  return begunAt + minutes * MINUTE_MS - at
}

/** How long each exercise took that was accepted under the clock, the last time that it was. */
export function minutesTaken(
  interviews: ReadonlyMap<string, InterviewRecord>,
): ReadonlyMap<ExerciseId, number> {
  const taken = new Map<ExerciseId, number>()
  for (const { task } of interviews.values()) {
    if (task?.end?.outcome !== 'accepted' || task.end.at < task.begunAt) continue
    taken.set(task.exercise, (task.end.at - task.begunAt) / MINUTE_MS)
  }
  return taken
}
