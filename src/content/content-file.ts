import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { Card, Deck, ListedDeck } from '../core/card.ts'
import type { CardId } from '../core/ids.ts'
import type { Text } from '../core/locale.ts'
import { jsonEscape } from '../core/spell-character.ts'
import { listDeck, type ShelvedDeck, textsOf, titleOf } from './content.ts'
import { once } from './once.ts'

/**
 * Parsed decks in one file: a line of digits, the length of the head; the head, JSON of what a session must
 * know before it shows a card; then of each deck its ids, read when it is looked into, and its texts, JSON
 * parsed when the first of its cards is asked for; then JSON of what else can wait.
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
  /** Where its ids lie, from the end of the head: in ASCII, and behind them its texts. */
  readonly at: number
  readonly idsLength: number
  readonly textsLength: number
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
  const last = Buffer.from(JSON.stringify(aside))
  const parts: Buffer[] = []
  let at = 0
  const filed = listed.map((deck, index): FiledDeck => {
    const { cards, after, ...rest } = listDeck(deck)
    const ids = Buffer.from(encodeIds(deck))
    const texts = Buffer.from(JSON.stringify(decks[index]?.cards))
    parts.push(ids, texts)
    at += ids.length + texts.length
    const start = at - ids.length - texts.length
    return { ...rest, at: start, idsLength: ids.length, textsLength: texts.length }
  })
  const lengths = { decksLength: at, asideLength: last.length }
  const head = Buffer.from(inAscii(JSON.stringify({ ...headOf(filed), ...lengths })))
  const digits = `${String(head.length).padStart(LENGTH_DIGITS, '0')}\n`
  return Buffer.concat([Buffer.from(digits), head, ...parts, last])
}

/**
 * A line of all ids; then a line for each card with prerequisites: itself and those. One string is read in no
 * time, and taken apart by need.
 */
function encodeIds({ cards }: Deck): string {
  const chains = cards.filter(({ after }) => after.length > 0).map(({ id, after }) => [id, ...after])
  return [cards.map(({ id }) => id), ...chains].map((ids) => `${ids.join(' ')}\n`).join('')
}

/** One Chinese title would else make the whole head a string of twice the length. */
function inAscii(json: string): string {
  return json.replace(/[^\0-\x7f]/g, jsonEscape)
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
  const cardsOf = ({ at, idsLength, textsLength }: FiledDeck): readonly Card[] =>
    JSON.parse(readAt(fd, end + at + idsLength, textsLength).toString())
  const idsOf = ({ at, idsLength }: FiledDeck) => readAt(fd, end + at, idsLength).toString('latin1')
  return {
    head: head as Head & PartLengths,
    aside: once(() => JSON.parse(readAt(fd, end + head.decksLength, head.asideLength).toString())),
    shelve: (deck) => ({
      listed: new FiledListing(deck, () => idsOf(deck)),
      texts: once(() => textsOf(cardsOf(deck))),
    }),
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
  readonly decksLength: number
  readonly asideLength: number
}

function readHead(fd: number): { readonly head: PartLengths; readonly end: number } | undefined {
  try {
    const length = Number(readAt(fd, 0, LENGTH_DIGITS).toString())
    const end = LENGTH_DIGITS + 1 + length
    const head = JSON.parse(readAt(fd, LENGTH_DIGITS + 1, length).toString('latin1'))
    const isWhole = fstatSync(fd).size === end + head.decksLength + head.asideLength
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

/** Its ids are read when they are first looked at. A class, for a start lists every deck and looks into few. */
class FiledListing implements ListedDeck {
  readonly name: string
  readonly title: Text
  readonly group: string
  readonly path: string
  readonly beyond: boolean
  readonly weight: number
  readonly size: number
  readonly digest: string
  readonly #read: () => string
  #lines: string | undefined
  #cards: readonly CardId[] | undefined

  constructor({ name, title, group, path, beyond, weight, size, digest }: FiledDeck, read: () => string) {
    this.name = name
    this.title = title
    this.group = group
    this.path = path
    this.beyond = beyond
    this.weight = weight
    this.size = size
    this.digest = digest
    this.#read = read
  }

  get cards(): readonly CardId[] {
    this.#cards ??= split(lineFrom(0, this.#ids()))
    return this.#cards
  }

  after(card: CardId): readonly CardId[] {
    const start = `\n${card} `
    const at = this.#ids().indexOf(start)
    return at < 0 ? [] : split(lineFrom(at + start.length, this.#ids()))
  }

  /** @throws Error when they are damaged */
  #ids(): string {
    this.#lines ??= soundLines(this.#read())
    return this.#lines
  }
}

/** Where a disk lost them there are zeros. */
function soundLines(lines: string): string {
  if (!/^[\n -~]*\n$/.test(lines)) throw new Error('The ids are damaged.')
  return lines
}

function lineFrom(at: number, lines: string): string {
  return lines.slice(at, lines.indexOf('\n', at))
}

function split(ids: string): CardId[] {
  return ids === '' ? [] : (ids.split(' ') as CardId[])
}
