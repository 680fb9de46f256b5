import { join } from 'node:path'
import type { DeckTitle } from '../../core/card.ts'
import { fileNameOf } from '../../core/file-name.ts'
import { WEIGHT } from '../../core/topic.ts'
import { statOf } from '../../disk/stat-of.ts'
import type { Deps } from '../deps.ts'
import { takesMore } from './takes-more.ts'

/** Below the learner's decks; images and sounds lie beside the decks that name them. */
export const IMPORTED = 'imported'

/** A file of more is slow to edit; the rest of a deck goes on in another. */
const MOST_BYTES = 3_000_000

export interface DeckPlace {
  readonly title: DeckTitle
  /** Relative to the learner's folder. */
  readonly path: string
  /** The deck is there already, from an import before. */
  readonly isHere: boolean
}

/**
 * Chooses files for the decks of other programs: that of the same deck where it is here, else one that is
 * free; two decks never share one.
 */
export function createDeckPlaces(deps: Pick<Deps, 'folders' | 'content'>) {
  const taken = new Map<string, string>()
  const current = new Map<string, { place: DeckPlace; bytes: number }>()

  function placeFor(levels: readonly [string, ...string[]], bytes: number) {
    const whole = levels.join('::')
    const stem = stemOf(levels)
    for (let nth = 1; ; nth++) {
      const name = nth === 1 ? stem : `${stem}-${nth}`
      const path = join(IMPORTED, `${name}.md`)
      if (taken.has(path.toLowerCase())) continue
      const title = titleOf(levels, { name, stem, path })
      const here = statOf(join(deps.folders.decks, path))
      if (here !== undefined && (here.size + bytes > MOST_BYTES || !takesMore(deps, path, title))) continue
      taken.set(path.toLowerCase(), whole)
      return { place: { title, path, isHere: here !== undefined }, bytes: bytes + (here?.size ?? 0) }
    }
  }

  return {
    /** Where a note of so many bytes goes that is new here. */
    for(levels: readonly [string, ...string[]], bytes: number): DeckPlace {
      const key = levels.join('\u{1f}')
      const known = current.get(key)
      if (known !== undefined && known.bytes + bytes <= MOST_BYTES) {
        known.bytes += bytes
        return known.place
      }
      const chosen = placeFor(levels, bytes)
      current.set(key, chosen)
      return chosen.place
    },
  }
}

/** @param stem of all files of the deck */
function titleOf(
  levels: readonly [string, ...string[]],
  { name, stem, path }: { readonly name: string; readonly stem: string; readonly path: string },
): DeckTitle {
  const title = levels.map(oneLine).join(' / ') || name
  const group = levels.length > 1 ? oneLine(levels[0]) || stem : stem
  return { name, title: { en: title, zh: title }, group, path, beyond: false, weight: WEIGHT.usual }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

const LONGEST_STEM = 60

/** Letters of all scripts stay, and digits. */
function stemOf(levels: readonly string[]): string {
  const slug = levels
    .join('-')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  return fileNameOf([...slug].slice(0, LONGEST_STEM).join(''))
}
