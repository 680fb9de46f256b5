import type { ExerciseRecord } from '../../app/collect-statistics.ts'
import { fold } from '../../core/browse/wildcard.ts'
import { rowWithin } from '../frame/list-keys.ts'
import { type TypedLine, typedText } from '../frame/typed-line.ts'
import { recordText } from './exercise-list-view.ts'

export interface ExerciseListState {
  /** The most useful first. */
  readonly records: readonly ExerciseRecord[]
  /** Words that all must stand in what is listed. */
  readonly asked: string
  /** The words while they are being typed. */
  readonly field: TypedLine | undefined
  /** Among those that are listed. */
  readonly selected: number
}

/** Those that have all the words, whichever language shows them; the list narrows with each character. */
export function listedRecords({ records, asked, field }: ExerciseListState): readonly ExerciseRecord[] {
  const words = fold(field === undefined ? asked : typedText(field)).split(/\s+/)
  return records.filter((record) => {
    const text = fold(recordText(record))
    return words.every((word) => text.includes(word))
  })
}

export function select(list: ExerciseListState, at: number): ExerciseListState {
  return { ...list, selected: rowWithin(at, listedRecords(list).length) }
}

/** Changes what is listed; the same exercise stays selected where it still is. */
export function relisted(
  list: ExerciseListState,
  change: Partial<Omit<ExerciseListState, 'selected'>>,
): ExerciseListState {
  const id = listedRecords(list)[list.selected]?.exercise.id
  const changed = { ...list, ...change }
  const at = listedRecords(changed).findIndex(({ exercise }) => exercise.id === id)
  return select(changed, at < 0 ? list.selected : at)
}
