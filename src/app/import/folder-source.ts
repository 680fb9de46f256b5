import { basename, dirname, extname, relative, resolve, sep } from 'node:path'
import { textsWithin } from '../../content/deck-paths.ts'
import { parseDeck, parseScanned } from '../../content/parse-deck.ts'
import { readText } from '../../content/read-content.ts'
import { scanDeck } from '../../content/scan-deck.ts'
import { wordingOf } from '../../content/write-deck.ts'
import type { Card, Deck } from '../../core/card.ts'
import { type Fault, faultLine } from '../../core/fault.ts'
import { fileNameOf } from '../../core/file-name.ts'
import type { ImportedNote } from '../../core/imported/imported-note.ts'
import type { ImportedSource } from '../../core/imported/imported-source.ts'
import type { Text } from '../../core/locale.ts'
import { Problem } from '../../core/problem.ts'
import type { PlainDeck } from '../../interop/text/plain-note.ts'
import { plainNoteId, plainSource } from '../../interop/text/plain-source.ts'
import { readMarkedDeck, readPlainDeck } from '../../interop/text/read-plain-deck.ts'
import type { Deps } from '../deps.ts'
import { momentHere } from '../moment-here.ts'
import { IMPORTED } from './deck-places.ts'
import { createDistinctNotes, type NoteForm } from './distinct-notes.ts'
import { createImageFinder } from './image-finder.ts'
import { joinSources } from './join-sources.ts'
import { leftBehind } from './left-behind.ts'
import { ownDeckSource, PLAIN_DECK, placeOfDeck, toldLines } from './markdown-source.ts'
import { isOfOtherForm } from './of-other-form.ts'

/**
 * All decks in plain text below a folder, such as a vault of Obsidian, as one source. Without `as` a file is a
 * deck only where it says so itself, for most of a vault are notes of another kind.
 * @throws Problem where there is no card
 */
export function openFolder(deps: Deps, folder: string, as: string | undefined): ImportedSource {
  if (as !== undefined && as !== PLAIN_DECK.name) throw onlyPlain(folder)
  const reader = createReader(deps, folder, as === undefined ? readMarkedDeck : readPlainDeck)
  for (const path of textsWithin(folder)) reader.read(path)
  return reader.end()
}

interface FolderFile {
  readonly path: string
  /** Of its deck and those above it, the folder's own name first. */
  readonly levels: readonly [string, ...string[]]
  /** What notes without an id go by, as in a file that is imported alone; and where another has that. */
  readonly titles: readonly [string, string]
}

function fileAt(folder: string, path: string): FolderFile {
  const below = relative(folder, path)
  const title = basename(path, extname(path)) || 'deck'
  const folders = dirname(below) === '.' ? [] : dirname(below).split(sep)
  const levels = [basename(resolve(folder)) || 'decks', ...folders, title] as const
  return { path, levels, titles: [title, levels.join('-')] }
}

function createReader(deps: Deps, folder: string, readDialect: (text: string) => PlainDeck) {
  const sources: ImportedSource[] = []
  const leftOut: ImportedNote[] = []
  const faults: Fault[] = []
  const distinct = createDistinctNotes()
  const images = createImageFinder(folder, { isVault: true })
  const places = new Set<string>()

  function read(path: string): void {
    const read = readText(path)
    if ('fault' in read) {
      faults.push(read.fault)
      return
    }
    const file = fileAt(folder, path)
    const scanned = scanDeck(read.text)
    const parsed = parseScanned(scanned, deckFile(file.titles[0]))
    const plain = readDialect(read.text)
    if (isOfOtherForm(parsed.deck, plain, read.text))
      plainDeck({ ...plain, remarks: [...plain.remarks, ...leftBehind(parsed.deck, plain)] }, file)
    else if (scanned.notes.some(({ fields }) => fields.size > 0)) {
      faults.push(...parsed.faults.map((fault) => ({ ...fault, path })))
      if (parsed.deck.cards.length > 0) ownDeck(parsed.deck, read.text, file)
    } else leftOut.push({ kind: 'left-out', why: NO_CARD, name: relative(folder, path) })
  }

  function taken<Form>(
    forms: readonly [NoteForm<Form>, ...NoteForm<Form>[]],
    at: Pick<Fault, 'path' | 'line'>,
  ): Form | undefined {
    const note = distinct(forms, at)
    if (note.kind === 'new') return note.form
    if (note.kind === 'taken') faults.push(note.fault)
    else leftOut.push({ kind: 'left-out', why: AGAIN, name: `${relative(folder, at.path)}:${at.line}` })
    return undefined
  }

  function ownDeck(deck: Deck, text: string, { path, levels, titles }: FolderFile): void {
    const named = notesByLine(deck)
    const otherwise = notesByLine(parseDeck(text, deckFile(titles[1])).deck)
    const cards = [...named].flatMap(([line, note]) => {
      const forms = [formOf(note), formOf(otherwise.get(line) ?? note)] as const
      return taken(forms, { path, line }) ?? []
    })
    const title = levels.join(' / ')
    const whole: Deck = {
      ...deck,
      cards,
      title: deck.title.en === deck.name ? { en: title, zh: title } : deck.title,
      group: deck.group === deck.name ? fileNameOf(levels[0]) : deck.group,
    }
    const place = placeOfDeck(deps, whole, placeOf(levels), places)
    sources.push(ownDeckSource(deps, whole, { from: path, place }))
  }

  function plainDeck(plain: PlainDeck, { path, levels, titles }: FolderFile): void {
    const title = plain.title?.trim() || titles[0]
    const place = [levels[0], ...levels.slice(1, -1), title] as const
    const byTitle = Map.groupBy(plain.notes, (note) => {
      const wording = JSON.stringify(note.content)
      const formAs = (form: string) => ({ id: plainNoteId(note, form), wording, form })
      return taken([formAs(title), formAs(titles[1])], { path, line: note.line })
    })
    const imageOf = (target: string) => images.find(path, target)
    const reading = { place, imageOf, momentAt: momentHere, isOurs: deps.content.cards.has }
    for (const [fileTitle, notes] of byTitle)
      if (fileTitle !== undefined)
        sources.push(plainSource({ title: undefined, notes, remarks: [] }, { ...reading, fileTitle }))
    faults.push(...plain.remarks.map((remark) => ({ path, ...remark })))
  }

  return {
    read,
    end(): ImportedSource {
      const told = toldLines(faults.map(faultLine))
      if (sources.length === 0) throw noCard(folder, told[0])
      return { ...joinSources(sources, leftOut, told), media: images.media() }
    },
  }
}

function deckFile(title: string): string {
  return `${fileNameOf(title)}.md`
}

/** The cards of each note by its line. */
function notesByLine({ cards }: Deck): ReadonlyMap<number, readonly Card[]> {
  return Map.groupBy(cards, ({ line }) => line)
}

function formOf(cards: readonly Card[]): NoteForm<readonly Card[]> {
  return { id: cards[0]?.note ?? '', wording: wordingOf(cards), form: cards }
}

/** With images beside the deck no path becomes too long or too deep for any system. */
const MOST_LEVELS = 6
const LONGEST_LEVEL = 40

function placeOf(levels: FolderFile['levels']): string {
  const above = levels.slice(0, -1).slice(0, MOST_LEVELS)
  return [IMPORTED, ...[...above, levels.at(-1) ?? ''].map(levelName)].join('/')
}

function levelName(level: string): string {
  return fileNameOf([...level].slice(0, LONGEST_LEVEL).join(''))
}

const NO_CARD: Text = { en: 'files without a card', zh: '没有卡片的文件' }
const AGAIN: Text = { en: 'notes that stand in the folder twice', zh: '文件夹中重复的笔记' }

function onlyPlain(folder: string): Problem {
  return new Problem(
    {
      en: `${folder} is a folder, of which only decks in plain text are taken (md).`,
      zh: `${folder} 是文件夹，只导入其中的纯文本卡组（md）。`,
    },
    { remedy: { en: 'Name the file that is to be imported.', zh: '请给出要导入的文件。' } },
  )
}

function noCard(folder: string, fault: Text | undefined): Problem {
  return new Problem(
    {
      en: `In ${folder} no Markdown file or text holds a card.`,
      zh: `${folder} 中没有含卡片的 Markdown 或文本文件。`,
    },
    { remedy: fault ?? MARK_CARDS },
  )
}

const MARK_CARDS: Text = {
  en: 'Begin cards with Q: and A:, or tag files of Obsidian #flashcards; --as md takes headings and double colons without a mark too.',
  zh: '请以 Q: 和 A: 写卡片，或给 Obsidian 文件加上 #flashcards；加 --as md 则没有标记的标题和双冒号也会作为卡片。',
}
