import { exerciseRecords } from '../../app/collect-statistics.ts'
import type { Text } from '../../core/locale.ts'
import type { Around } from '../frame/around.ts'
import { defineScreen } from '../frame/define-screen.ts'
import { EDITING_KEYS, NEVER_MIND } from '../frame/field-keys.ts'
import { type Binding, COMMON_KEYS, type CommonEvent, go } from '../frame/key-table.ts'
import { MOVE_KEYS, type MoveEvent } from '../frame/list-keys.ts'
import type { Page } from '../frame/page.ts'
import { pinnedField } from '../frame/pinned-field.ts'
import { EMPTY_LINE, editLine, insertText, type TypingEvent, typedText } from '../frame/typed-line.ts'
import { line } from '../text/line.ts'
import { type ExerciseListState, listedRecords, relisted, select } from './exercise-list-state.ts'
import { exerciseListLines, NO_EXERCISES, NONE_FOUND } from './exercise-list-view.ts'

declare module '../frame/destination.ts' {
  interface Destinations {
    readonly exercises: unknown
  }
}

type ListEvent = MoveEvent | { readonly kind: 'search' | 'found' | 'give-up' | 'show-all' } | TypingEvent

export const EXERCISE_LIST = defineScreen<unknown, ExerciseListState, ListEvent>({
  open: (deps) => ({ records: exerciseRecords(deps), asked: '', field: undefined, selected: 0 }),
  keys: (list) => (list.field === undefined ? listKeys(list) : FIELD_KEYS),
  draw,
  hear: (list, event) => ({ state: step(list, event) }),
  hasField: ({ field }) => field !== undefined,
  type: (text) => ({ kind: 'type', text }),
  goesOn: (list, deps) => relisted(list, { records: exerciseRecords(deps) }),
})

function listKeys(list: ExerciseListState): readonly Binding<ListEvent | CommonEvent>[] {
  const selected = listedRecords(list)[list.selected]
  return [
    ...(selected ? [openKey(selected.exercise.id)] : []),
    ...MOVE_KEYS,
    { keys: ['/'], help: SEARCH, event: { kind: 'search' } },
    ...(list.asked === '' ? [] : [SHOW_ALL]),
    ...COMMON_KEYS,
  ]
}

function openKey(id: string): Binding<CommonEvent> {
  return {
    keys: ['enter', 'space'],
    help: { en: 'open', zh: '打开' },
    event: go({ kind: 'exercise', options: { id, language: undefined } }),
  }
}

const SEARCH: Text = { en: 'search', zh: '查找' }
const SEARCH_LABEL: Text = { en: 'Search', zh: '查找' }

const SHOW_ALL: Binding<ListEvent> = {
  keys: ['escape'],
  help: { en: 'show all', zh: '显示全部' },
  event: { kind: 'show-all' },
}

const FIELD_KEYS: readonly Binding<ListEvent>[] = [
  { keys: ['enter'], help: SEARCH, event: { kind: 'found' } },
  NEVER_MIND,
  { keys: ['down'], help: { en: 'down', zh: '下移' }, event: { kind: 'move', by: 1 } },
  { keys: ['up'], help: { en: 'up', zh: '上移' }, event: { kind: 'move', by: -1 } },
  ...EDITING_KEYS,
]

function step(list: ExerciseListState, event: ListEvent): ExerciseListState {
  const { field, asked, selected } = list
  switch (event.kind) {
    case 'move':
      return select(list, selected + event.by)
    case 'search':
      return { ...list, field: insertText(EMPTY_LINE, asked) }
    case 'found':
      return field ? { ...list, asked: typedText(field).trim(), field: undefined } : list
    case 'give-up':
      return relisted(list, { field: undefined })
    case 'show-all':
      return relisted(list, { asked: '' })
    case 'type':
      return field ? select({ ...list, field: insertText(field, event.text) }, 0) : list
    default:
      return field ? relisted(list, { field: editLine(field, event) }) : list
  }
}

function draw(list: ExerciseListState, around: Around): Page {
  const { selected, asked, field } = list
  const isSearched = field !== undefined || asked !== ''
  const none = isSearched ? NONE_FOUND : NO_EXERCISES
  const { lines, focus } = exerciseListLines(listedRecords(list), selected, around, none)
  return {
    title: line(around.say({ en: 'Exercises', zh: '全部练习' }), 'title'),
    aside: line(around.say({ en: 'the most useful first', zh: '最该做的在前' }), 'hint'),
    body: lines,
    bodyKey: 'list',
    focus,
    ...(isSearched ? pinnedField(SEARCH_LABEL, field ?? asked, around) : { pinned: [] }),
  }
}
