import type { Exercise } from '../../core/exercise.ts'
import type { Around } from '../frame/around.ts'
import { type Line, run } from '../text/line.ts'

/** Of each screen that is about one exercise. */
export function exerciseTitle({ title, id }: Exercise, { say }: Around): Line {
  return [run(say(title), 'title'), run(`  ${id}`, 'hint')]
}
