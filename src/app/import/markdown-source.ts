import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parseDeck } from '../../content/parse-deck.ts'
import { writeDeck } from '../../content/write-deck.ts'
import type { Deck, NoteCards } from '../../core/card.ts'
import { faultLine } from '../../core/fault.ts'
import { fileNameOf } from '../../core/file-name.ts'
import type { ImportedSource, NoteTotal } from '../../core/imported/imported-source.ts'
import type { Text } from '../../core/locale.ts'
import { notesOf } from '../../core/notes-of.ts'
import { Problem } from '../../core/problem.ts'
import { plainSource } from '../../interop/text/plain-source.ts'
import { readPlainDeck } from '../../interop/text/read-plain-deck.ts'
import type { Deps } from '../deps.ts'
import { momentHere } from '../moment-here.ts'
import { createImageFinder } from './image-finder.ts'
import { imagesBeside } from './images-beside.ts'
import type { ImportFile, ImportFormat } from './import-format.ts'
import { leftBehind } from './left-behind.ts'
import { isOfOtherForm } from './of-other-form.ts'
import { readImportText } from './read-import-text.ts'
import { titleOfFile } from './table-source.ts'
import { takesMore } from './takes-more.ts'

/**
 * Decks in plain text: ours, which those of hashcards and repeater are too, and those of other programs, by
 * what is found in them.
 */
export const PLAIN_DECK: ImportFormat = {
  name: 'md',
  endings: ['.md', '.markdown', '.txt'],
  holds: { en: 'decks in plain text', zh: '纯文本卡组' },
  takes: ({ name }) => /\.(?:md|markdown|txt)$/.test(name),
  open: async (deps, file) => {
    const text = readImportText(file)
    const { deck, faults } = parseDeck(text, `${fileNameOf(titleOfFile(file))}.md`)
    const plain = readPlainDeck(text)
    if (isOfOtherForm(deck, plain, text)) {
      const images = createImageFinder(dirname(file.path), { isVault: false })
      const source = plainSource(
        { ...plain, remarks: [...plain.remarks, ...leftBehind(deck, plain)] },
        {
          fileTitle: titleOfFile(file),
          imageOf: (target) => images.find(file.path, target),
          momentAt: momentHere,
          isOurs: deps.content.cards.has,
        },
      )
      return { ...source, media: images.media() }
    }
    const path = basename(file.path)
    const told = faults.map((fault) => faultLine({ ...fault, path }))
    if (deck.cards.length === 0) throw noCard(file, told[0])
    const place = placeOfDeck(deps, deck, deck.name)
    return ownDeckSource(deps, deck, { from: file.path, place }, toldLines(told))
  },
}

function noCard({ path }: ImportFile, fault: Text | undefined): Problem {
  const { en, zh } = fault ?? { en: 'Begin one with Q: and A:.', zh: '请以 Q: 和 A: 写卡片。' }
  return new Problem(
    { en: `${path} holds no card.`, zh: `${path} 中没有卡片。` },
    { remedy: { en: `${en} Of a table say --as csv.`, zh: `${zh} 若是表格，请加 --as csv。` } },
  )
}

const MOST_FAULTS = 10

/** The first of them, and how many more there are. */
export function toldLines(lines: readonly Text[]): readonly Text[] {
  const more = lines.length - MOST_FAULTS
  const rest = { en: `And ${more} more such lines.`, zh: `另有 ${more} 行类似情况。` }
  return more > 0 ? [...lines.slice(0, MOST_FAULTS), rest] : lines
}

/** Where a deck of our own form lies, and where it comes to lie, relative to the learner's decks. */
export interface DeckMove {
  readonly from: string
  readonly place: PlaceOfDeck
}

export interface PlaceOfDeck {
  readonly path: string
  /** The deck is there already, and what is new of it comes to its end. */
  readonly isHere: boolean
}

export function ownDeckSource(
  deps: Deps,
  deck: Deck,
  { from, place }: DeckMove,
  remarks: readonly Text[] = [],
): ImportedSource {
  const { path, isHere } = place
  const notes = notesOf(deck.cards)
  const isKnown = (note: NoteCards) => note.some(({ id }) => deps.content.cards.has(id))
  const fresh: Deck = { ...deck, cards: notes.filter((note) => !isKnown(note)).flat() }
  const { text, changed } = writeDeck(fresh)
  const deckFile = { path, bytes: Buffer.from(text), holds: totalOf(fresh) }
  return {
    size: { notes: 0, reviews: 0 },
    notes: () => [],
    facts: () => [],
    media: [],
    files: () => [
      ...(isHere || fresh.cards.length === 0 ? [] : [deckFile]),
      ...imagesBeside(from, path, fresh.cards),
    ],
    ownDecks: [{ notes, addTo: isHere ? path : undefined }],
    remarks: [...remarks, ...changedNotes(changed)],
    close: () => undefined,
  }
}

/**
 * Where the deck is here, or a file that is free.
 * @param name of the file
 * @param taken in small letters; it is added
 */
export function placeOfDeck(deps: Deps, deck: Deck, name: string, taken = new Set<string>()): PlaceOfDeck {
  for (let at = 1; ; at++) {
    const path = at === 1 ? `${name}.md` : `${name}-${at}.md`
    if (taken.has(path.toLowerCase())) continue
    const isHere = existsSync(join(deps.folders.decks, path))
    if (isHere && !takesMore(deps, path, deck)) continue
    taken.add(path.toLowerCase())
    return { path, isHere }
  }
}

function totalOf({ cards }: Deck): NoteTotal {
  return { notes: new Set(cards.map(({ note }) => note)).size, cards: cards.length }
}

function changedNotes(notes: readonly string[]): readonly Text[] {
  if (notes.length === 0) return []
  const shown = notes.slice(0, 5).join(', ')
  return [{ en: `Not quite as they were: ${shown}.`, zh: `与原文略有出入：${shown}。` }]
}
