import type { Card, Deck } from '../core/card.ts'
import type { Exercise } from '../core/exercise.ts'
import type { Fault } from '../core/fault.ts'
import type { CardId, ExerciseId } from '../core/ids.ts'
import { type Text, verbatim } from '../core/locale.ts'
import { collectCards } from './collect-cards.ts'
import { FIELD_NAMES } from './deck-line.ts'
import { numericFaults } from './lint-numeric.ts'
import { lintShipped } from './lint-shipped.ts'
import { lintMath } from './lint-text.ts'
import { DUPLICATE_OVERLAP, findNearDuplicates } from './near-duplicates.ts'
import type { Complain } from './note-kinds.ts'
import { type ParsedDeck, parseScanned } from './parse-deck.ts'
import { findCycles } from './prerequisite-cycles.ts'
import { type ScannedDeck, scanDeck } from './scan-deck.ts'

export interface DeckFile {
  readonly path: string
  readonly text: string
}

export interface LintRules {
  /** The program's own decks need ids, sources, both languages and good form; a user's may do without. */
  readonly decks: 'shipped' | 'own'
  /** Cards of other decks that a link may name. */
  readonly otherCards?: ReadonlySet<CardId> | undefined
  /** Exercises that a link may name; without them such links are not checked. */
  readonly exercises?: ReadonlySet<ExerciseId> | undefined
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
  lintLinks(decks, cards, rules, faults)
  lintDuplicates(decks, faults)
  const order = new Map(files.map(({ path }, at) => [path, at]))
  return faults.sort((a, b) => (order.get(a.path) ?? 0) - (order.get(b.path) ?? 0) || a.line - b.line)
}

/** Prerequisites that no card has. */
export function lintExerciseLinks(
  exercises: readonly (Exercise & { readonly path: string })[],
  cards: ReadonlySet<CardId>,
): readonly Fault[] {
  return exercises.flatMap(({ path, prerequisites }) =>
    prerequisites
      .filter((id) => !cards.has(id))
      .map((id) => ({
        path,
        line: 0,
        message: noCard(id),
      })),
  )
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
  }
  if (rules.decks === 'shipped') lintShipped(scanned, complain)
  return faults
}

function lintOptions(card: Extract<Card, { kind: 'choice' }>, complain: Complain): void {
  const texts = card.options.map(({ text }) => text.en.toLowerCase())
  if (new Set(texts).size < texts.length) {
    complain(card.line, { en: 'Two options are the same; change one.', zh: '有两个选项相同；请改一个。' })
  }
}

function lintLinks(
  decks: readonly Deck[],
  cards: ReadonlyMap<CardId, Card>,
  rules: LintRules,
  faults: Fault[],
): void {
  for (const { path, cards: own } of decks) {
    for (const card of own.filter(isFirstOfNote)) {
      const lost = card.after.filter((id) => !cards.has(id) && !rules.otherCards?.has(id))
      for (const id of lost) {
        faults.push({
          path,
          line: card.line,
          message: noCard(id),
        })
      }
      for (const id of card.exercises.filter((exercise) => rules.exercises?.has(exercise) === false)) {
        faults.push({
          path,
          line: card.line,
          message: {
            en: `The exercise ${id} does not exist; correct it or take it out.`,
            zh: `练习 ${id} 不存在；请改正或删去。`,
          },
        })
      }
    }
  }
  const needs = new Map(
    [...cards.values()].map((card) => [card.note, card.after.map((id) => id.replace(/#.*/, ''))]),
  )
  for (const cycle of findCycles(needs)) {
    const card = [...cards.values()].find(({ note }) => note === cycle[0])
    const path = decks.find(({ cards: own }) => card && own.includes(card))?.path ?? ''
    faults.push({
      path,
      line: card?.line ?? 0,
      message: {
        en: `The prerequisites go in a circle (${cycle.join(' after ')}); take one out.`,
        zh: `前置卡片成环（${cycle.join(' → ')}）；请删去其中一个。`,
      },
    })
  }
}

function lintDuplicates(decks: readonly Deck[], faults: Fault[]): void {
  const items = decks.flatMap(({ path, cards }) =>
    cards.filter(isFirstOfNote).map((card) => ({ path, card })),
  )
  lintSamePrompts(items, faults)
  const pairs = findNearDuplicates(
    items,
    ({ card }) => wording(card),
    (a, b) => a.card.note !== b.card.note,
  )
  for (const { first, second, overlap } of pairs) {
    faults.push({
      path: second.path,
      line: second.card.line,
      message: tooAlike(first.card.note, `${first.path}:${first.card.line}`, overlap),
    })
  }
}

function noCard(id: CardId): Text {
  return {
    en: `The prerequisite ${id} is no card; correct it or write the card.`,
    zh: `没有前置卡片 ${id}；请改正，或写出这张卡片。`,
  }
}

function tooAlike(note: string, place: string, overlap: number): Text {
  const [shared, most] = [Math.round(100 * overlap), 100 * DUPLICATE_OVERLAP]
  return {
    en: `The note shares ${shared} % of its words with ${note} (${place}; ${most} % is too much); drop or reword one.`,
    zh: `这条笔记与 ${note}（${place}）有 ${shared}% 的词相同，上限 ${most}%；请删去或改写一条。`,
  }
}

/** One prompt with two answers cannot be answered, however much the answers differ. */
function lintSamePrompts(
  items: readonly { readonly path: string; readonly card: Card }[],
  faults: Fault[],
): void {
  const firsts = new Map<string, Card>()
  for (const { path, card } of items) {
    if (card.kind === 'cloze') continue
    const prompt = card.prompt.en.toLowerCase().replace(/\s+/g, ' ')
    const first = firsts.get(prompt)
    if (first === undefined) firsts.set(prompt, card)
    else
      faults.push({
        path,
        line: card.line,
        message: {
          en: `The prompt is that of ${first.note} too; say what tells them apart.`,
          zh: `题目与 ${first.note} 相同；请写出两者的区别。`,
        },
      })
  }
}

function wording(card: Card): string {
  switch (card.kind) {
    case 'basic':
      return `${card.prompt.en} ${card.answer.en}`
    case 'cloze':
      return card.text.en
    case 'choice':
      return [card.prompt.en, ...card.options.map(({ text }) => text.en)].join(' ')
    case 'numeric':
      return `${card.prompt.en} ${card.answer} ${card.solution.en}`
    case 'ordering':
      return [card.prompt.en, ...card.steps.map(({ en }) => en)].join(' ')
  }
}

/** What is said of a note is said once, not for each of its cards. */
function isFirstOfNote(card: Card, at: number, cards: readonly Card[]): boolean {
  return cards[at - 1]?.note !== card.note
}
