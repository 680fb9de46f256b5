import { appendFileSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { decodeText, encodeLike } from '../../content/decode-text.ts'
import { writeDeck } from '../../content/write-deck.ts'
import type { DeckTitle } from '../../core/card.ts'
import { rewriteFile } from '../../disk/rewrite-file.ts'
import type { Deps } from '../deps.ts'
import { createDeckPlaces, type DeckPlace } from './deck-places.ts'
import type { Staging } from './staging.ts'

/** What is held of a new deck before it goes to its file. */
const HELD_LETTERS = 200_000

interface NewDeck {
  readonly place: DeckPlace
  held: string[]
  letters: number
}

export type DeckDrafts = ReturnType<typeof createDeckDrafts>

/**
 * Decks as they will be, piece by piece: new ones, and those of the learner's in which notes have changed or to
 * which some come. Without a staging nothing is written.
 */
export function createDeckDrafts(deps: Pick<Deps, 'folders' | 'content'>, staging: Staging | undefined) {
  const { folders } = deps
  const places = createDeckPlaces(deps)
  const fresh = new Map<string, NewDeck>()
  /** By their paths, as they are to be. */
  const changed = new Map<string, string>()
  /** Also by their paths, what comes to their ends. */
  const further = new Map<string, string[]>()

  function textOf(path: string): string | undefined {
    const known = changed.get(path)
    if (known !== undefined) return known
    const decoded = decodeText(readFileSync(path))
    return 'text' in decoded ? `${decoded.text.replaceAll('\r\n', '\n').trimEnd()}\n` : undefined
  }

  function flush(deck: NewDeck): void {
    if (staging !== undefined && deck.held.length > 0)
      appendFileSync(staging.fileFor(deck.place.path), deck.held.join('\n'), { flush: true })
    deck.held = deck.held.length > 0 ? [''] : []
    deck.letters = 0
  }

  function append(place: string, text: string): void {
    further.getOrInsertComputed(join(folders.decks, place), () => []).push(text)
  }

  return {
    /** To a deck that is here. @param place relative to the decks */
    append,
    add(levels: readonly [string, ...string[]], text: string): void {
      const place = places.for(levels, Buffer.byteLength(text))
      if (place.isHere) {
        append(place.path, text)
        return
      }
      const deck = fresh.getOrInsertComputed(place.path, () => ({
        place,
        held: [headOf(place.title)],
        letters: 0,
      }))
      deck.held.push(text)
      deck.letters += text.length
      if (deck.letters > HELD_LETTERS) flush(deck)
    },
    /** False where the note does not stand in the file as it was written. */
    replace(path: string, before: readonly string[], after: string): boolean {
      const text = textOf(path)
      const [place] = before
        .flatMap((written) => text?.indexOf(`${written.trimEnd()}\n`) ?? [])
        .filter((at) => at >= 0)
      const written = before.find((one) => text?.startsWith(one.trimEnd(), place))
      if (text === undefined || place === undefined || written === undefined) return false
      changed.set(path, text.slice(0, place) + after.trimEnd() + text.slice(place + written.trimEnd().length))
      return true
    },
    /** Returns the files that are new or changed, relative to the decks. */
    finish(): readonly string[] {
      for (const deck of fresh.values()) flush(deck)
      for (const [path, texts] of further)
        changed.set(path, `${(textOf(path) ?? '').trimEnd()}\n\n${texts.join('\n')}`)
      for (const [path, text] of changed) stageChanged(path, text)
      return [...fresh.keys(), ...[...changed.keys()].map((path) => relative(folders.decks, path))]
    },
  }

  function stageChanged(path: string, text: string): void {
    if (staging === undefined) return
    const file = staging.fileFor(relative(folders.decks, path))
    appendFileSync(file, '')
    const before = readFileSync(path)
    rewriteFile(file, encodeLike(before, withEndsOf(before, text)))
  }
}

/** Lines end as the first one does, as editors on Windows have it. */
function withEndsOf(before: Uint8Array, text: string): string {
  const decoded = decodeText(before)
  const isOfWindows = 'text' in decoded && /^[^\n]*\r\n/.test(decoded.text)
  return isOfWindows ? text.replaceAll('\n', '\r\n') : text
}

function headOf(title: DeckTitle): string {
  return writeDeck({ ...title, cards: [] }).text
}
