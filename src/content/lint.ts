import type { Card } from '../core/card.ts'
import type { Fault } from '../core/fault.ts'
import { verbatim } from '../core/locale.ts'
import { collectCards } from './collect-cards.ts'
import { FIELD_NAMES } from './deck-line.ts'
import { leakOf } from './lint-cloze.ts'
import { lintDuplicates } from './lint-duplicates.ts'
import { lintAnswered, lintFields } from './lint-fields.ts'
import { type LinkTargets, lintLinks } from './lint-links.ts'
import { numericFaults } from './lint-numeric.ts'
import { lintShipped } from './lint-shipped.ts'
import { lintMath } from './lint-text.ts'
import { locateNotes } from './located-note.ts'
import type { Complain } from './note-kinds.ts'
import { type ParsedDeck, parseScanned } from './parse-deck.ts'
import { type ScannedDeck, scanDeck } from './scan-deck.ts'

export interface DeckFile {
  readonly path: string
  readonly text: string
}

export interface LintRules extends LinkTargets {
  /** The program's own decks need ids, sources, both languages and good form; a user's may do without. */
  readonly decks: 'shipped' | 'own'
  /** Whether there is an image, by its deck's path and its own, which is relative to the deck. */
  readonly hasImage: (deck: string, image: string) => boolean
}

/** Everything that is wrong with decks, in the order of files and lines. Pure. */
export function lintDecks(files: readonly DeckFile[], rules: LintRules): readonly Fault[] {
  const read = files.map((file) => {
    const scanned = scanDeck(file.text)
    return { scanned, parsed: parseScanned(scanned, file.path) }
  })
  const faults = read.flatMap(({ scanned, parsed }) => lintDeck(scanned, parsed, rules))
  const decks = read.map(({ parsed }) => parsed.deck)
  const cards = collectCards(decks, faults)
  const notes = locateNotes(decks)
  const found = [...faults, ...lintLinks(notes, cards, rules), ...lintDuplicates(notes)]
  const order = new Map(files.map(({ path }, at) => [path, at]))
  return found.sort((a, b) => (order.get(a.path) ?? 0) - (order.get(b.path) ?? 0) || a.line - b.line)
}

function lintDeck(scanned: ScannedDeck, parsed: ParsedDeck, rules: LintRules): Fault[] {
  const { path, cards } = parsed.deck
  const faults = [...parsed.faults]
  const complain: Complain = (line, message) => void faults.push({ path, line, message })
  for (const note of scanned.notes) {
    for (const name of FIELD_NAMES) {
      const field = note.fields.get(name)
      if (field && /^(?:[QAC]|errata)(?:\.zh)?$/.test(name))
        lintMath(field, note.fields.has('answer'), complain)
    }
  }
  for (const card of cards) {
    if (card.kind === 'numeric') for (const fault of numericFaults(card)) complain(card.line, verbatim(fault))
    if (card.kind === 'choice') lintOptions(card, complain)
    const leak = card.kind === 'cloze' && card.id === card.note ? leakOf(card) : undefined
    if (leak !== undefined) complain(card.line, leak)
  }
  lintFields(scanned, (image) => rules.hasImage(path, image), complain)
  if (rules.decks === 'shipped') lintShipped(scanned, complain)
  else lintOwn(scanned, complain)
  return faults
}

function lintOwn({ notes, faults }: ScannedDeck, complain: Complain): void {
  for (const note of notes) lintAnswered(note, complain)
  if (notes.length > 0 || faults.length > 0) return
  complain(1, {
    en: 'The file holds no card; begin one with Q: and A:, or take the file out of the folder.',
    zh: '文件里没有卡片；请以 Q: 和 A: 写一张，或把文件移出这个文件夹。',
  })
}

function lintOptions(card: Extract<Card, { kind: 'choice' }>, complain: Complain): void {
  const texts = card.options.map(({ text }) => text.en.toLowerCase())
  if (new Set(texts).size < texts.length) {
    complain(card.line, { en: 'Two options are the same; change one.', zh: '有两个选项相同；请改一个。' })
  }
}
