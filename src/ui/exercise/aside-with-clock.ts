import type { Language } from '../../core/exercise.ts'
import type { TimedTask } from '../../core/interview-record.ts'
import type { Around } from '../frame/around.ts'
import { type Line, run } from '../text/line.ts'
import { clockText } from '../words/task-text.ts'

/** The language, and in an interview the time that is left. */
export function asideWithClock(language: Language, task: TimedTask | undefined, { say, now }: Around): Line {
  if (task === undefined) return [run(language, 'hint')]
  return [run(`${language} · `, 'hint'), run(say(clockText(task, now.at)), 'warning')]
}
