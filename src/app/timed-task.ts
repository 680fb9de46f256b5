import type { Exercise } from '../core/exercise.ts'
import type { ExerciseId } from '../core/ids.ts'
import { isTaskOpen, type TaskEnd, type TimedTask } from '../core/interview-record.ts'
import type { Deps } from './deps.ts'

/** Starts the clock, which runs once for an interview. Durable when it returns. */
export function beginTask({ store, now }: Deps, begun: string, { id, minutes }: Exercise): void {
  const interview = store.interview(begun)
  if (interview === undefined || interview.task) return
  const moment = now()
  store.recordInterview({ ...interview, task: { exercise: id, minutes, begunAt: moment.at } }, moment)
}

/** Whichever program began it: undefined when no clock runs for this exercise. */
export function openTask({ store, now }: Pick<Deps, 'store' | 'now'>, id: ExerciseId): TimedTask | undefined {
  const task = store.lastInterview()?.task
  return task?.exercise === id && isTaskOpen(task, now().at) ? task : undefined
}

/** What was submitted while the clock ran, also by another program. A verdict that says nothing is none. */
export function noteOutcome({ store, now }: Deps, id: ExerciseId, outcome: TaskEnd['outcome']): void {
  const interview = store.lastInterview()
  const task = openTask({ store, now }, id)
  if (interview === undefined || task === undefined || SAY_NOTHING.includes(outcome)) return
  const moment = now()
  store.recordInterview({ ...interview, task: { ...task, end: { outcome, at: moment.at } } }, moment)
}

const SAY_NOTHING: readonly TaskEnd['outcome'][] = ['judge-error', 'inconclusive']
