import type { ImportedNote } from '../../core/imported/imported-note.ts'
import type { ImportedSource } from '../../core/imported/imported-source.ts'
import type { Text } from '../../core/locale.ts'
import { sum } from '../../core/sum.ts'

/** Sources without media as one, in their order. */
export function joinSources(
  sources: readonly ImportedSource[],
  leftOut: readonly ImportedNote[],
  remarks: readonly Text[],
): ImportedSource {
  return {
    size: {
      notes: sum(sources.map(({ size }) => size.notes)),
      reviews: sum(sources.map(({ size }) => size.reviews)),
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
    ownDecks: sources.flatMap(({ ownDecks }) => ownDecks ?? []),
    remarks: [...remarks, ...sources.flatMap((source) => source.remarks)],
    close: () => {
      for (const source of sources) source.close()
    },
  }
}
