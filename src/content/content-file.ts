import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { Card, Deck, DeckTitle, ListedDeck } from '../core/card.ts'
import type { CardId } from '../core/ids.ts'
import { listDeck, type ShelvedDeck, textsOf } from './content.ts'
import { once } from './once.ts'

/**
 * Parsed decks in one file: a line of digits, the length of the head; the head, JSON of what a session must
 * know before it shows a card; then the decks' texts, JSON of each on its own, parsed when the first of its
 * cards is asked for; then JSON of what else can wait.
 */
export interface ContentFile<Head> {
  readonly head: Head
  readonly shelve: (deck: FiledDeck) => ShelvedDeck
  /** What else can wait. */
  readonly aside: () => unknown
  /**
   * The deck with all that its file held, also what `FiledDeck` does not list.
   * @throws Error when the file is damaged
   */
  readonly readDeck: (deck: FiledDeck) => Deck
}

/** A deck in the head. */
export interface FiledDeck extends Omit<ListedDeck, 'cards' | 'after'> {
  /** Ids with a space between: one string is parsed in no time, and split when the deck is looked into. */
  readonly cards: string
  /** Such strings with a semicolon between: a card, then those to be known first. */
  readonly after: string
  /** Where its texts lie, from the end of the head. */
  readonly at: number
  readonly length: number
}

const LENGTH_DIGITS = 12

/**
 * @param listed the same decks, without cards that another deck has
 * @param headOf what the head holds, given the decks in their order
 * @param aside what else can wait
 */
export function encodeContent(
  decks: readonly Deck[],
  listed: readonly Deck[],
  headOf: (decks: readonly FiledDeck[]) => object,
  aside: object = {},
): Buffer {
  const texts = decks.map(({ cards }) => Buffer.from(JSON.stringify(cards)))
  const last = Buffer.from(JSON.stringify(aside))
  let at = 0
  const filed = listed.map((deck, index): FiledDeck => {
    const { cards, after, ...rest } = listDeck(deck)
    const length = texts[index]?.length ?? 0
    at += length
    const chains = Object.entries(after).map(([card, first]) => [card, ...first].join(' '))
    return { ...rest, cards: cards.join(' '), after: chains.join(';'), at: at - length, length }
  })
  const lengths = { textsLength: at, asideLength: last.length }
  const head = Buffer.from(inAscii(JSON.stringify({ ...headOf(filed), ...lengths })))
  const digits = `${String(head.length).padStart(LENGTH_DIGITS, '0')}\n`
  return Buffer.concat([Buffer.from(digits), head, ...texts, last])
}

/** One Chinese title would else make the whole head a string of twice the length. */
function inAscii(json: string): string {
  return json.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/**
 * Undefined when there is no such file, or not a whole one. It stays open, so that another may take its place
 * meanwhile.
 */
export function openContent<Head extends object>(path: string): ContentFile<Head> | undefined {
  const fd = openIfThere(path)
  if (fd === undefined) return undefined
  const found = readHead(fd)
  if (found === undefined) {
    closeSync(fd)
    return undefined
  }
  const { head, end } = found
  const cardsOf = ({ at, length }: FiledDeck): readonly Card[] =>
    JSON.parse(readAt(fd, end + at, length).toString())
  return {
    head: head as Head & PartLengths,
    aside: once(() => JSON.parse(readAt(fd, end + head.textsLength, head.asideLength).toString())),
    shelve: (deck) => ({ listed: listedIn(deck), texts: once(() => textsOf(cardsOf(deck))) }),
    readDeck: (deck) => ({ ...titleOf(deck), cards: cardsOf(deck) }),
  }
}

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, 'r')
  } catch {
    return undefined
  }
}

interface PartLengths {
  readonly textsLength: number
  readonly asideLength: number
}

function readHead(fd: number): { readonly head: PartLengths; readonly end: number } | undefined {
  try {
    const length = Number(readAt(fd, 0, LENGTH_DIGITS).toString())
    const end = LENGTH_DIGITS + 1 + length
    const head = JSON.parse(readAt(fd, LENGTH_DIGITS + 1, length).toString('latin1'))
    const isWhole = fstatSync(fd).size === end + head.textsLength + head.asideLength
    return isWhole ? { head, end } : undefined
  } catch {
    return undefined
  }
}

function readAt(fd: number, at: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  const read = readSync(fd, bytes, 0, length, at)
  if (read < length) throw new Error('The file ends too soon.')
  return bytes
}

function titleOf({ name, title, group, path, beyond, weight }: FiledDeck): DeckTitle {
  return { name, title, group, path, beyond, weight }
}

/** The ids are split when they are first looked at. */
function listedIn(deck: FiledDeck): ListedDeck {
  const ids = once(() => split(deck.cards, ' ') as CardId[])
  const after = once(() => afterIn(deck))
  return {
    ...titleOf(deck),
    digest: deck.digest,
    size: deck.size,
    get cards() {
      return ids()
    },
    get after() {
      return after()
    },
  }
}

function afterIn({ after }: FiledDeck): ListedDeck['after'] {
  const chains = split(after, ';').map((chain) => split(chain, ' ') as CardId[])
  return Object.fromEntries(chains.map(([card, ...first]) => [card, first]))
}

function split(text: string, separator: string): string[] {
  return text === '' ? [] : text.split(separator)
}
