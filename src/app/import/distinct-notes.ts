import type { Fault } from '../../core/fault.ts'
import type { Text } from '../../core/locale.ts'

/** A note as it would be if it went by this id. */
export interface NoteForm<Form> {
  readonly id: string
  readonly wording: string
  readonly form: Form
}

export type DistinctNote<Form> =
  | { readonly kind: 'new'; readonly form: Form }
  /** It stands in another place too. */
  | { readonly kind: 'again' }
  | { readonly kind: 'taken'; readonly fault: Fault }

/** Tells notes of many files apart: of several forms of a note the first whose id no other note has. */
export function createDistinctNotes() {
  const known = new Map<string, { readonly wording: string; readonly place: string }>()
  return <Form>(
    forms: readonly [NoteForm<Form>, ...NoteForm<Form>[]],
    { path, line }: Pick<Fault, 'path' | 'line'>,
  ): DistinctNote<Form> => {
    for (const { id, wording, form } of forms) {
      const before = known.get(id)
      if (before?.wording === wording) return { kind: 'again' }
      if (before !== undefined) continue
      known.set(id, { wording, place: `${path}:${line}` })
      return { kind: 'new', form }
    }
    const [{ id }] = forms
    return { kind: 'taken', fault: { path, line, message: usedBefore(id, known.get(id)?.place ?? '') } }
  }
}

function usedBefore(id: string, place: string): Text {
  return {
    en: `Another note goes by the id ${id}, in ${place}; this one is left out.`,
    zh: `${place} 的另一条笔记已使用 id ${id}；这一条未导入。`,
  }
}
