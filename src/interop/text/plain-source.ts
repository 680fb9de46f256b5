import { hash } from 'node:crypto'
import { type Instant, type Moment, momentOn } from '../../core/day.ts'
import { type CardId, cardId } from '../../core/ids.ts'
import type { ImportedContent, WholeNote } from '../../core/imported/imported-note.ts'
import type { ImportedFact, ImportedSource } from '../../core/imported/imported-source.ts'
import { type Text, verbatim } from '../../core/locale.ts'
import { sum } from '../../core/sum.ts'
import { type TextImage, textImages } from '../../core/text-images.ts'
import { noteOfGuid } from '../anki/note-guid.ts'
import { noteIdOf } from '../anki/read/note-id.ts'
import { importedEntry } from '../imported-entry.ts'
import { remarksOf } from './line-remarks.ts'
import { placeImages } from './place-images.ts'
import type { PlainContent, PlainDeck, PlainNote, PlainReview, PlainSchedule } from './plain-note.ts'

export interface PlainReading {
  /** What a deck without a title is called. */
  readonly fileTitle: string
  /** Where notes go that name no deck, if not to one of that title. */
  readonly place?: readonly [string, ...string[]]
  /** Whether it is a note that was written here and is still there: a table holds less of it than we do. */
  readonly isOurs: (note: CardId) => boolean
  /** The medium that a text names; undefined where there is none. */
  readonly imageOf?: (target: string) => string | undefined
  /** The zone at a time, where the file says none. */
  readonly momentAt: (at: Instant) => Moment
}

/** The notes of a text as an import takes them, with what was known of their cards. */
export function plainSource(deck: PlainDeck, reading: PlainReading): ImportedSource {
  const { notes, remarks } = deck
  const title = deck.title?.trim() || reading.fileTitle
  // So that they are known before the notes, which ask where they came to lie.
  if (reading.imageOf) for (const { target } of notes.flatMap(imagesIn)) reading.imageOf(target)
  return {
    size: { notes: notes.length, reviews: sum(notes.map(({ reviews }) => reviews.length)) },
    notes: function* (places) {
      const placeOf = (target: string) => {
        const name = reading.imageOf?.(target)
        return name === undefined ? undefined : places(name)
      }
      for (const note of notes) {
        const id = plainNoteId(note, title)
        if (isOurs(note, id, reading)) yield { kind: 'left-out', name: id, why: OURS }
        else yield { ...wholeNote(note, id, placeOf), deck: ownLevels(note) ?? reading.place ?? [title] }
      }
    },
    facts: function* (isKept) {
      for (const note of notes) yield* factsOf(note, plainNoteId(note, title), reading, isKept)
    },
    media: [],
    remarks: remarksOf(remarks),
    close: () => undefined,
  }
}

function isOurs({ guid }: PlainNote, id: CardId, reading: PlainReading): boolean {
  return guid !== undefined && noteOfGuid(guid) !== undefined && reading.isOurs(id)
}

const OURS: Text = { en: 'notes that come from here, and are here', zh: '本来就出自这里、仍在这里的笔记' }

function wholeNote(
  note: PlainNote,
  id: CardId,
  placeOf: (target: string) => string | undefined,
): Omit<WholeNote, 'deck'> {
  const { content, image } = placeImages(note.content, placeOf)
  const part = { note: id, content: contentOf(content), image }
  return {
    kind: 'note',
    tags: note.tags,
    source: '',
    parts: [part],
    recorded: undefined,
  }
}

function imagesIn({ content }: PlainNote): readonly TextImage[] {
  const texts = content.kind === 'cloze' ? [content.text] : [content.prompt, content.answer]
  return texts.flatMap(textImages)
}

function contentOf(content: PlainContent): ImportedContent {
  return content.kind === 'basic'
    ? { kind: 'basic', prompt: verbatim(content.prompt), answer: verbatim(content.answer) }
    : { kind: 'cloze', text: verbatim(content.text) }
}

/** However many colons a name has, and whatever it is made of, only some levels of it are used. */
function ownLevels({ deck }: PlainNote): readonly [string, ...string[]] | undefined {
  const levels = (deck ?? '').split('::').map((level) => level.trim())
  const [first, ...rest] = levels.filter((level) => level !== '').slice(0, MOST_LEVELS)
  return first === undefined ? undefined : [first, ...rest]
}

const MOST_LEVELS = 10

/** Where the other program has no name for it, what it asks is what it goes by, in a deck of that title. */
export function plainNoteId(note: PlainNote, title: string): CardId {
  const { guid, part, content } = note
  if (guid !== undefined) return noteIdOf(guid, part)
  const asked = content.kind === 'basic' ? content.prompt : (content.former ?? content.text)
  const digest = BigInt(`0x${hash('sha1', JSON.stringify([ownLevels(note) ?? [title], asked])).slice(0, 24)}`)
  const id = cardId(`text/n${digest.toString(36)}`)
  if (id === undefined) throw new Error('No id follows from a digest')
  return id
}

function* factsOf(
  { reviews, schedules }: PlainNote,
  note: CardId,
  { momentAt }: PlainReading,
  isKept: (card: CardId) => boolean,
): Generator<ImportedFact> {
  for (const review of reviews) {
    const card = cardOf(note, review.part)
    if (isKept(card)) yield reviewFact(card, review, momentAt)
  }
  const cut = reviews.length > 0 ? [] : schedules
  for (const [part, schedule] of cut.entries()) {
    const card = cardOf(note, part)
    if (isKept(card)) yield* scheduleFacts(card, schedule, momentAt)
  }
}

function cardOf(note: CardId, part: number): CardId {
  return (part === 0 ? note : cardId(`${note}#${part + 1}`)) ?? note
}

function reviewFact(
  card: CardId,
  { at, rating, durationMs }: PlainReview,
  momentAt: PlainReading['momentAt'],
): ImportedFact {
  const body = { kind: 'review', card, rating, durationMs } as const
  return { kind: 'fact', entry: importedEntry(body, momentAt(at), `text:review:${card}:${at}`) }
}

/** Later answers here go on from it. */
function* scheduleFacts(
  card: CardId,
  { stability, difficulty, dueDay, intervalDays, lastReview }: PlainSchedule,
  momentAt: PlainReading['momentAt'],
): Generator<ImportedFact> {
  const moment =
    lastReview === undefined ? momentOn(Math.max(0, dueDay - intervalDays)) : momentAt(lastReview)
  const held = { kind: 'memory', card, stability, difficulty, reps: 1, lapses: 0, whole: false } as const
  yield { kind: 'fact', entry: importedEntry(held, moment, `text:memory:${JSON.stringify(held)}`) }
  const due = { kind: 'due', card, day: dueDay } as const
  const after = { ...moment, at: moment.at + 1 }
  yield { kind: 'fact', entry: importedEntry(due, after, `text:due:${card}:${dueDay}`) }
}
