import { type ExerciseRecord, exerciseRecords } from '../../app/collect-statistics.ts'
import { dateOf, studyDayOf } from '../../core/day.ts'
import type { Around } from '../frame/around.ts'
import { defineScreen } from '../frame/define-screen.ts'
import { type Binding, COMMON_KEYS, type CommonEvent, go } from '../frame/key-table.ts'
import type { Page } from '../frame/page.ts'
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

type ListEvent = { readonly kind: 'up' | 'down' }

export const EXERCISE_LIST = defineScreen<unknown, ExerciseList, ListEvent>({
  open: (deps) => ({ records: exerciseRecords(deps), selected: 0 }),
  keys: (list) => [...openKeys(list), ...MOVE_KEYS, ...COMMON_KEYS],
  draw,
  hear: (list, { kind }) => ({ state: select(list, list.selected + (kind === 'down' ? 1 : -1)) }),
})

const MOVE_KEYS: readonly Binding<ListEvent>[] = [
  { keys: ['down', 'j'], help: { en: 'down', zh: '下移' }, event: { kind: 'down' } },
  { keys: ['up', 'k'], help: { en: 'up', zh: '上移' }, event: { kind: 'up' } },
]

function openKeys({ records, selected }: ExerciseList): readonly Binding<CommonEvent>[] {
  return records.slice(selected, selected + 1).map(({ exercise }) => ({
    keys: ['enter', 'space'],
    help: { en: 'open', zh: '打开' },
    event: go({ kind: 'exercise', options: { id: exercise.id, language: undefined } }),
  }))
}

function select(list: ExerciseList, at: number): ExerciseList {
  return { ...list, selected: Math.max(0, Math.min(list.records.length - 1, at)) }
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
