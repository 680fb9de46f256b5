import type { Picture } from '../frame/picture.ts'
import type { Around } from '../frame/screen-plan.ts'
import { line } from '../text/line.ts'
import type { VerdictState } from './verdict-state.ts'

export function drawVerdict(_: VerdictState, { messages }: Around): Picture {
  return { title: line(messages.verdict.title, 'title'), aside: [], body: [], bodyKey: '', pinned: [] }
}
