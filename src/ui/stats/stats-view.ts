import type { Picture } from '../frame/picture.ts'
import type { Around } from '../frame/screen-plan.ts'
import { line } from '../text/line.ts'
import type { StatsState } from './stats-state.ts'

export function drawStats(_: StatsState, { messages }: Around): Picture {
  return { title: line(messages.stats.title, 'title'), aside: [], body: [], bodyKey: '', pinned: [] }
}
