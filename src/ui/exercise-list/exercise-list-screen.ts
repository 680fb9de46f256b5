import { type ExerciseRecord, exerciseRecords } from '../../app/collect-statistics.ts'
import { dateOf, studyDayOf } from '../../core/day.ts'
import type { Around } from '../frame/around.ts'
import { defineScreen } from '../frame/define-screen.ts'
import { type Binding, COMMON_KEYS, type CommonEvent } from '../frame/key-table.ts'
import type { Page } from '../frame/page.ts'
import type { Step } from '../frame/screen.ts'
import { line } from '../text/line.ts'
import { exerciseListLines } from './exercise-list-view.ts'

declare module '../frame/destination.ts' {
  interface Destinations {
    readonly exercises: unknown
  }
}

interface ExerciseList {
  /** The most useful first. */
  readonly records: readonly ExerciseRecord[]
  readonly selected: number
}

type ListEvent = { readonly kind: 'open' | 'up' | 'down' }

const KEYS: readonly Binding<ListEvent | CommonEvent>[] = [
  { keys: ['enter', 'space'], help: { en: 'open', zh: '打开' }, event: { kind: 'open' } },
  { keys: ['down', 'j'], help: { en: 'down', zh: '下移' }, event: { kind: 'down' } },
  { keys: ['up', 'k'], help: { en: 'up', zh: '上移' }, event: { kind: 'up' } },
  ...COMMON_KEYS,
]

export const EXERCISE_LIST = defineScreen<unknown, ExerciseList, ListEvent>({
  open: (deps) => ({ records: exerciseRecords(deps), selected: 0 }),
  keys: () => KEYS,
  draw,
  hear,
})

function hear(list: ExerciseList, { kind }: ListEvent): Step<ExerciseList, ListEvent> {
  switch (kind) {
    case 'up':
      return { state: select(list, list.selected - 1) }
    case 'down':
      return { state: select(list, list.selected + 1) }
    case 'open':
      return open(list)
  }
}

function select(list: ExerciseList, at: number): ExerciseList {
  return { ...list, selected: Math.max(0, Math.min(list.records.length - 1, at)) }
}

function open(list: ExerciseList): Step<ExerciseList, ListEvent> {
  const record = list.records[list.selected]
  if (record === undefined) return { state: list }
  const options = { id: record.exercise.id, language: undefined }
  return { state: list, effect: { kind: 'go', to: { kind: 'exercise', options } } }
}

function draw({ records, selected }: ExerciseList, around: Around): Page {
  const { lines, focus } = exerciseListLines(records, selected, around)
  return {
    title: line(around.say({ en: 'Exercises', zh: '全部练习' }), 'title'),
    aside: line(dateOf(studyDayOf(around.now)), 'hint'),
    body: lines,
    bodyKey: 'list',
    focus,
    pinned: [],
  }
}
