import type { ImportedNote } from '../../core/imported/imported-note.ts'
import type { ImportedSource, NoteTotal } from '../../core/imported/imported-source.ts'
import type { Text } from '../../core/locale.ts'

/** Sources without media as one, in their order. */
export function joinSources(
  sources: readonly ImportedSource[],
  leftOut: readonly ImportedNote[],
  remarks: readonly Text[],
): ImportedSource {
  return {
    size: {
      notes: sources.reduce((sum, { size }) => sum + size.notes, 0),
      reviews: sources.reduce((sum, { size }) => sum + size.reviews, 0),
    },
    *notes(places) {
      for (const source of sources) yield* source.notes(places)
      yield* leftOut
    },
    *facts(isKept) {
      for (const source of sources) yield* source.facts(isKept)
    },
    media: [],
    *files() {
      for (const source of sources) yield* source.files?.() ?? []
    },
    present: {
      unchanged: totalOf(sources.map(({ present }) => present?.unchanged)),
      edited: totalOf(sources.map(({ present }) => present?.edited)),
    },
    remarks: [...remarks, ...sources.flatMap((source) => source.remarks)],
    close: () => {
      for (const source of sources) source.close()
    },
  }
}

function totalOf(totals: readonly (NoteTotal | undefined)[]): NoteTotal {
  return {
    notes: totals.reduce((sum, total) => sum + (total?.notes ?? 0), 0),
    cards: totals.reduce((sum, total) => sum + (total?.cards ?? 0), 0),
  }
}
