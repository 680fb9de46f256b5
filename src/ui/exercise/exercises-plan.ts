import { dateOf, studyDayOf } from '../../core/day.ts'
import { type Binding, COMMON_KEYS, type CommonEvent } from '../frame/key-table.ts'
import type { Picture } from '../frame/picture.ts'
import type { Around, ScreenPlan } from '../frame/screen-plan.ts'
import { line } from '../text/line.ts'
import { type ExercisesEvent, type ExercisesState, moveInList } from './exercises-state.ts'
import { listLines } from './list-view.ts'

type ListEvent = ExercisesEvent | { readonly kind: 'open' }

const KEYS = [
  { keys: ['enter', 'space'], help: 'open', event: { kind: 'open' } },
  { keys: ['down', 'j'], help: 'down', event: { kind: 'down' } },
  { keys: ['up', 'k'], help: 'up', event: { kind: 'up' } },
  ...COMMON_KEYS,
] as const satisfies readonly Binding<ListEvent | CommonEvent>[]

export const EXERCISES: ScreenPlan<ExercisesState, ListEvent> = {
  keys: () => KEYS,
  draw,
  hear: (event, machine, stage) => {
    if (event.kind !== 'open') return machine.set(moveInList(machine.get(), event))
    const { records, selected } = machine.get()
    const record = records[selected]
    if (record) stage.go({ kind: 'exercise', options: { id: record.exercise.id, language: undefined } })
  },
}

function draw({ records, selected }: ExercisesState, around: Around): Picture {
  const { lines, focus } = listLines(records, selected, around)
  return {
    title: line(around.messages.exercise.listTitle, 'title'),
    aside: line(dateOf(studyDayOf(around.now)), 'hint'),
    body: lines,
    bodyKey: 'list',
    focus,
    pinned: [],
  }
}
